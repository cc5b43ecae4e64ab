/** The words behind the colours. A chunk is inflated when a place of it is opened. */

import { inflate } from "./payload.js";

/**
 * @typedef {object} Claim as publish/evidence.py writes it
 * @property {string} id
 * @property {"gained"|"holds"|"lost"|"contested"} relation
 * @property {[?string, ?string]} actor id and words of the text
 * @property {?[?string, ?string]} loser
 * @property {?[?string, ?string]} speaker
 * @property {string} extent @property {string} telling @property {string} modality
 * @property {[?string, ?string, string, ?string]} when first day, last day, basis and words
 * @property {[string, string, string]} quote what stands before it, itself, and after it
 * @property {[number, number]} mention of the place in the quote, in code points
 * @property {string} named the place, as written
 * @property {?Object<string, string>} reason why no place could be told, by language
 * @property {?string} title @property {?string} publisher @property {?string} url
 * @property {?string} published a year, month or day
 * @property {?string} public the day by which it was known
 * @property {?[string, string, string[]]} review what a person did, when, and to which fields
 * @property {string} language
 *
 * @typedef {object} Evidence
 * @property {Claim[]} claims by publication
 * @property {[number[], number[]][]} rows of each row of the place the claims for it and against it
 */

/** @param {import("./payload.js").Data} data @returns {(place: number) => Promise<?Evidence>} null in an edition without quotes */
export function evidenceOf(data) {
  const opened = new Map();
  return async (place) => {
    const { chunk, index } = chunkOf(data.evidence, place);
    if (chunk < 0) return null;
    if (!opened.has(chunk)) opened.set(chunk, open(data, chunk));
    return (await opened.get(chunk))[index];
  };
}

/**
 * @param {number[][]} chunks number of places, offset, length @param {number} place
 * @returns {{chunk: number, index: number}} chunk is -1 where there is none
 */
export function chunkOf(chunks, place) {
  let before = 0;
  for (let chunk = 0; chunk < chunks.length; chunk += 1) {
    if (place < before + chunks[chunk][0]) return { chunk, index: place - before };
    before += chunks[chunk][0];
  }
  return { chunk: -1, index: 0 };
}

/** @param {import("./payload.js").Data} data @param {number} chunk @returns {Promise<Evidence[]>} */
async function open(data, chunk) {
  const [, offset, length] = data.evidence[chunk];
  return JSON.parse(new TextDecoder().decode(await inflate(data.bytes.subarray(offset, offset + length))));
}
