/** What the signs mean, how many of each there are now, and switches for the actors. */

import { el, phrase, refill } from "./dom.js";
import { drawSign } from "./glyphs.js";
import { actorName } from "./names.js";
import { actorsOf } from "./signs.js";

const SIDE = 22;

/**
 * @typedef {object} LegendState
 * @property {ReturnType<typeof import("./signs.js").countSigns>} counts
 * @property {Set<number>} off @property {string} language @property {Object<string, string>} words
 * @property {import("./glyphs.js").Inks} inks
 */

/** @param {import("./payload.js").Data} data @param {(actor: number) => void} onSwitch @param {boolean} open at first */
export function legend(data, onSwitch, open) {
  const actors = el("ul", { class: "wh-actors" });
  const states = el("ul", { class: "wh-states" });
  const heading = el("summary");
  const node = el("details", { class: "wh-legend", open }, heading, actors, states);
  const order = byRows(data);
  let drawn = "";
  /** @param {LegendState} now */
  const update = (now) => {
    const key = `${now.language} ${now.inks.paper} ${[...now.off]}`;
    if (key !== drawn) {
      refill(heading, now.words.legend);
      refill(actors, ...order.map((actor) => actorRow(data, actor, now, onSwitch)));
      refill(states, ...stateRows(data, now));
    }
    drawn = key;
    count(actors, order.map((actor) => now.counts.actors[actor]));
    const { forms, stale } = now.counts;
    const of = (/** @type {string} */ form) => forms[form] ?? 0;
    count(states, [...data.statuses.map(of), stale, of("transition"), of("recap"), of("nothing")]);
  };
  return { node, update };
}

/** Actors that more intervals name come first. @param {import("./payload.js").Data} data @returns {number[]} */
function byRows(data) {
  const rows = new Int32Array(data.actors.length);
  for (const actor of data.rows.actor) if (actor >= 0) rows[actor] += 1;
  return [...rows.keys()].sort((a, b) => rows[b] - rows[a] || a - b);
}

/** Actors that hold nothing now stay in the list, so that it does not jump. */
function count(list, numbers) {
  [...list.children].forEach((row, i) => {
    const figure = row.querySelector(".wh-count");
    if (!figure) return;
    if (figure.textContent === String(numbers[i])) return;
    figure.textContent = String(numbers[i]);
    row.classList.toggle("wh-none", numbers[i] === 0);
  });
}

function actorRow(data, actor, now, onSwitch) {
  const box = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox", onchange: () => onSwitch(actor) }));
  box.checked = !now.off.has(actor);
  const swatch = sign({ form: "held", colours: [data.actors[actor].colour], stale: false, admin: false }, now.inks);
  const name = el("bdi", {}, actorName(data, actor, now.language));
  return el("li", {}, el("label", {}, box, swatch, name), el("span", { class: "wh-count" }));
}

function stateRows(data, now) {
  const two = [data.actors[0]?.colour ?? "#777777", data.actors[1]?.colour ?? "#bbbbbb"];
  const mark = (/** @type {string} */ form, /** @type {string} */ text, more = {}) =>
    el("li", {}, sign({ form, colours: two, stale: false, admin: false, ...more }, now.inks), el("span", {}, text));
  const row = (/** @type {string} */ form, /** @type {string} */ text, more = {}) => {
    const made = mark(form, text, more);
    made.append(el("span", { class: "wh-count" }));
    return made;
  };
  const { words } = now;
  const stale = words.stale.replace("{days}", String(data.stale));
  return [
    ...data.statuses.map((status) => row(status, words[status])),
    row("held", stale, { stale: true }),
    row("transition", words.transition),
    row("recap", words.recap),
    row("nothing", words.nothing),
    mark("held", words.admin, { admin: true }),
    mark("held", words.borrowed, { hollow: true }),
    mark("precision", words.precisionRing),
    mark("shared", words.shared),
  ];
}

/** @param {import("./glyphs.js").Sign} what @param {import("./glyphs.js").Inks} inks */
export function sign(what, inks) {
  const canvas = /** @type {HTMLCanvasElement} */ (el("canvas", { class: "wh-sign", width: SIDE * 2, height: SIDE * 2, "aria-hidden": "true" }));
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(2, 2);
  drawSign(context, what, SIDE / 2, SIDE / 2, 6.5, inks);
  return canvas;
}

/**
 * The same in the few words that a table has room for: who, and the status where it is not simply held.
 * @param {import("./payload.js").Data} data @param {number} row or negative @param {?string} form of a sign without a row
 * @param {string} language @param {Object<string, string>} words @returns {string}
 */
export function shortState(data, row, form, language, words) {
  if (row < 0) return words[form ?? "nothing"];
  const status = data.statuses[data.rows.status[row]];
  const named = actorsOf(data, row).map((actor) => actorName(data, actor, language)).join(" / ");
  return status === "held" ? named : [words[status], named].filter(Boolean).join(": ");
}

/**
 * One line for what is shown of a place.
 * @param {import("./payload.js").Data} data @param {number} row or negative @param {?string} form of a sign without a row
 * @param {string} language @param {Object<string, string>} words
 * @returns {DocumentFragment}
 */
export function stateLine(data, row, form, language, words) {
  if (row < 0) return phrase(words[{ transition: "stateTransition", recap: "stateRecap" }[form ?? ""] ?? "stateNothing"]);
  const status = data.statuses[data.rows.status[row]];
  const actor = data.rows.actor[row];
  const others = data.groups[data.rows.others[row]].map((other) => actorName(data, other, language)).join(", ");
  const pattern = `state${status[0].toUpperCase()}${status.slice(1)}`;
  const unknown = others ? undefined : words[`${pattern}Unknown`];
  return phrase(unknown ?? words[pattern], { actor: actor < 0 ? "" : actorName(data, actor, language), others });
}
