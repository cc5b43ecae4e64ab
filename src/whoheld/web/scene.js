/** What is shown of every place, kept up to date as the day moves. */

import { momentsOf } from "./moments.js";
import { stateAt } from "./states.js";

/**
 * @typedef {object} Scene
 * @property {Int32Array} shown of each place, see states.js
 * @property {Uint16Array} signed of each place the number of its sign
 * @property {{count: number, touched: ?Uint32Array}} moves how often it moved, and the places that the last move may have changed; null for all
 * @property {(day: number, known: number) => void} move to a day, as known on a day
 */

/**
 * @param {import("./payload.js").Data} data
 * @param {ReturnType<typeof import("./signs.js").signsOf>} signs
 * @param {number} first day that is ever shown, since data.start @param {number} last
 * @returns {Scene}
 */
export function sceneOf(data, signs, first, last) {
  const count = data.lon.length;
  const [shown, signed] = [new Int32Array(count), new Uint16Array(count)];
  let now = { day: NaN, known: NaN };
  /** @type {?ReturnType<typeof momentsOf>} */
  let between = null;
  const show = (/** @type {number} */ place, /** @type {number} */ day, /** @type {number} */ known) => {
    shown[place] = stateAt(data, place, day, known);
    signed[place] = signs.of(shown[place], day);
  };
  const moves = { count: 0, touched: /** @type {?Uint32Array} */ (null) };
  const move = (/** @type {number} */ day, /** @type {number} */ known) => {
    if (now.day === day && now.known === known) return;
    if (now.known === known) between ??= momentsOf(data, first, last);
    const touched = now.known === known ? between?.(now.day, day) ?? null : null;
    moves.touched = touched && touched.length < count ? touched : null;
    moves.count += 1;
    if (moves.touched) for (const place of moves.touched) show(place, day, known);
    else for (let place = 0; place < count; place += 1) show(place, day, known);
    now = { day, known };
  };
  return { shown, signed, moves, move };
}
