/** What is shown of every place on a day, as known on a day. */

import { OPEN } from "./payload.js";

/** No report of the place. */
export const NOTHING = -1;
/** Named in a recap only. */
export const RECAP = -2;
const TRANSITION = -3;

/** Known on no day in particular: everything. */
export const EVERYTHING = OPEN - 1;

/** The row of a place in transition. @param {number} shown @returns {number} -1 if it is not in transition */
export function transitionRow(shown) {
  return shown <= TRANSITION ? TRANSITION - shown : -1;
}

/**
 * The row of a place whose certain core holds the day; else, in transition, a number below RECAP; else RECAP or NOTHING.
 * @param {import("./payload.js").Data} data
 * @param {number} place
 * @param {number} day since data.start
 * @param {number} known since data.start
 * @returns {number}
 */
export function stateAt({ first, recap, rows }, place, day, known) {
  const { from, to, earliest, latest, knownFrom, knownTo } = rows;
  let shown = recap[place] <= known ? RECAP : NOTHING;
  for (let row = first[place]; row < first[place + 1]; row += 1) {
    const begins = earliest[row] <= -OPEN / 2 ? from[row] : earliest[row]; // "on or before" states no day before the core
    if (begins > day || day >= latest[row] || knownFrom[row] > known || known >= knownTo[row]) continue;
    if (from[row] <= day && day < to[row]) return row;
    shown = TRANSITION - row;
  }
  return shown;
}

/**
 * The same of every place.
 * @param {import("./payload.js").Data} data @param {number} day @param {number} known
 * @param {Int32Array} out one entry for each place
 */
export function statesAt(data, day, known, out) {
  for (let place = 0; place < out.length; place += 1) out[place] = stateAt(data, place, day, known);
  return out;
}

/**
 * @param {import("./payload.js").Data} data
 * @param {number} row @param {number} day since data.start
 * @returns {boolean} whether nothing has been reported of it for long
 */
export function isStale(data, row, day) {
  return day - data.rows.reported[row] > data.stale;
}

/** @param {import("./payload.js").Data} data @param {number} a a row, or negative @param {number} b */
function sameState(data, a, b) {
  if (a < 0 || b < 0) return a < 0 && b < 0;
  const { status, actor, others } = data.rows;
  return status[a] === status[b] && actor[a] === actor[b] && others[a] === others[b];
}

/**
 * The places of which two days say different things, with what is shown on each.
 * @param {import("./payload.js").Data} data @param {Int32Array} before @param {Int32Array} after
 * @returns {{place: number, before: number, after: number}[]}
 */
export function changesBetween(data, before, after) {
  const found = [];
  for (let place = 0; place < before.length; place += 1) {
    if (sameState(data, before[place], after[place])) continue;
    found.push({ place, before: before[place], after: after[place] });
  }
  return found;
}

/**
 * How many intervals begin in each of equal runs of days, by actor; the last column counts those of no one actor.
 * @param {import("./payload.js").Data} data
 * @param {number} firstDay @param {number} lastDay since data.start, inclusive
 * @param {number} bins @param {number} known
 * @returns {Int32Array[]} for each bin the counts
 */
export function histogram(data, firstDay, lastDay, bins, known) {
  const { from, actor, knownFrom, knownTo } = data.rows;
  const columns = Array.from({ length: bins }, () => new Int32Array(data.actors.length + 1));
  const perBin = (lastDay - firstDay + 1) / bins;
  for (let row = 0; row < from.length; row += 1) {
    const bin = Math.floor((from[row] - firstDay) / perBin);
    if (knownFrom[row] > known || known >= knownTo[row] || bin < 0 || bin >= bins) continue;
    columns[bin][actor[row] < 0 ? data.actors.length : actor[row]] += 1;
  }
  return columns;
}
