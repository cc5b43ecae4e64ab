/** Elements with text in them. Text is only ever set as text. */

import { pieces } from "./text.js";

/**
 * @param {string} tag
 * @param {Object<string, any>} [attributes] `class` and others as they are; `on…` are listeners; false or null leaves one out
 * @param {...(Node|string|null)} children strings become text
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null));
  return node;
}

/**
 * Words of others: isolated from the text around, characters that turn the direction of writing made visible.
 * @param {string} text @param {string} [tag]
 * @returns {HTMLElement}
 */
export function foreign(text, tag = "bdi") {
  const node = document.createElement(tag);
  if (tag === "bdi") node.dir = "auto";
  for (const piece of pieces(text)) {
    node.append(piece.control ? el("span", { class: "wh-control", "data-control": piece.control }, piece.text) : piece.text);
  }
  return node;
}

/**
 * A sentence with things in it: `"{actor} since {day}"`.
 * @param {string} pattern ours @param {Object<string, Node|string|number>} parts
 * @returns {DocumentFragment}
 */
export function phrase(pattern, parts = {}) {
  const made = document.createDocumentFragment();
  for (const piece of pattern.split(/(\{[a-z]+\})/)) {
    const name = /^\{([a-z]+)\}$/.exec(piece)?.[1];
    const part = name === undefined ? piece : parts[name];
    made.append(part instanceof Node ? part : name === undefined ? piece : value(String(part)));
  }
  return made;
}

/** Isolated; a day or a number stays on its line. @param {string} text */
function value(text) {
  return el("bdi", { class: /^[\d.-]+$/.test(text) ? "wh-value" : null }, text);
}

const SVG = "http://www.w3.org/2000/svg";

/** A drawing of one path in a box of 16 by 16: no font needs to have it. @param {string} path @returns {SVGElement} */
export function icon(path) {
  const svg = document.createElementNS(SVG, "svg");
  const shape = document.createElementNS(SVG, "path");
  shape.setAttribute("d", path);
  for (const [name, value] of [["viewBox", "0 0 16 16"], ["aria-hidden", "true"], ["class", "wh-icon"]]) svg.setAttribute(name, value);
  svg.append(shape);
  return svg;
}

/** @param {HTMLElement} node @param {...(Node|string)} children */
export function refill(node, ...children) {
  node.replaceChildren(...children);
}
