/** Where the parts of the page stand: around the map on our own page, upon it on a map of someone else. */

import { el } from "./dom.js";

/**
 * @param {any} map of Leaflet
 * @param {{head: HTMLElement, side: HTMLElement, bar: HTMLElement}} parts
 * @returns {{node: HTMLElement, whole: boolean}} the element that carries the theme, and whether the page is ours
 */
export function shell(map, { head, side, bar }) {
  const container = map.getContainer();
  if (container.hasAttribute("data-whoheld-page")) {
    document.body.classList.add("wh", "wh-page");
    document.body.prepend(head);
    container.after(side, bar);
    map.invalidateSize();
    return { node: document.documentElement, whole: true };
  }
  const node = el("div", { class: "wh wh-overlay" }, head, side, bar);
  for (const part of [head, side, bar]) {
    L.DomEvent.disableClickPropagation(part);
    L.DomEvent.disableScrollPropagation(part);
  }
  container.append(node);
  return { node, whole: false };
}

/**
 * The colours of the theme that the canvases need.
 * @param {HTMLElement} node
 */
export function inksOf(node) {
  const style = getComputedStyle(node);
  const ink = (/** @type {string} */ name) => style.getPropertyValue(name).trim();
  return {
    ink,
    inks: { paper: ink("--wh-paper"), line: ink("--wh-line"), grey: ink("--wh-grey"), text: ink("--wh-text"), mark: ink("--wh-mark") },
  };
}
