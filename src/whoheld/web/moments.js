/** What changes on which day, as known on one day, so that a step of the slider asks only the places that look different. */

import { stateAt } from "./states.js";

/**
 * @typedef {object} Moments Each day on which the state or the sign of a place may change, in the order of the days.
 * @property {(before: number, after: number) => [number, number]} between the first and the end of those after the earlier and up
 *   to the later of two days
 * @property {Uint32Array} places
 * @property {{shown: Int32Array, signed: Uint16Array}} before what is shown of the place until then, see scene.js
 * @property {{shown: Int32Array, signed: Uint16Array}} after the same from then on
 */

/**
 * @param {import("./payload.js").Data} data
 * @param {ReturnType<typeof import("./signs.js").signsOf>} signs
 * @param {number} first day that is ever shown, since data.start @param {number} last @param {number} known
 * @returns {Moments}
 */
export function momentsOf(data, signs, first, last, known) {
  const starts = new Uint32Array(Math.max(last - first + 1, 1) + 1);
  each(data, first, last, (at) => {
    starts[at + 1] += 1;
  });
  for (let at = 1; at < starts.length; at += 1) starts[at] += starts[at - 1];
  const [next, count] = [starts.slice(), starts[starts.length - 1]];
  const places = new Uint32Array(count);
  const [before, after] = [0, 1].map(() => ({ shown: new Int32Array(count), signed: new Uint16Array(count) }));
  let [told, shown, signed] = [-1, 0, 0];
  const look = (/** @type {number} */ place, /** @type {number} */ day) => {
    told = place;
    shown = stateAt(data, place, day, known);
    signed = signs.of(shown, day);
  };
  each(data, first, last, (at, place) => {
    const moment = next[at];
    next[at] += 1;
    if (place !== told) look(place, first);
    places[moment] = place;
    before.shown[moment] = shown;
    before.signed[moment] = signed;
    look(place, first + at);
    after.shown[moment] = shown;
    after.signed[moment] = signed;
  });
  const between = (/** @type {number} */ one, /** @type {number} */ other) =>
    /** @type {[number, number]} */ ([starts[Math.min(one, other) - first + 1], starts[Math.max(one, other) - first + 1]]);
  return { between, places, before, after };
}

/**
 * Visits the days of each place on which anything of it begins, ends or turns stale, whatever is known; each once, in their order.
 * @param {import("./payload.js").Data} data @param {number} first @param {number} last
 * @param {(at: number, place: number) => void} visit `at` counts from the first day
 */
function each({ first: starts, rows, stale }, first, last, visit) {
  const { from, to, earliest, latest, reported } = rows;
  /** @type {number[]} */
  const days = [];
  const add = (/** @type {number} */ day) => {
    if (day <= first || day > last) return;
    let at = days.length;
    while (at > 0 && days[at - 1] > day) at -= 1;
    if (at === 0 || days[at - 1] !== day) days.splice(at, 0, day);
  };
  for (let place = 0; place + 1 < starts.length; place += 1) {
    days.length = 0;
    for (let row = starts[place]; row < starts[place + 1]; row += 1) {
      add(earliest[row]);
      add(from[row]);
      add(to[row]);
      add(latest[row]);
      add(reported[row] + stale + 1);
    }
    for (const day of days) visit(day - first, place);
  }
}
