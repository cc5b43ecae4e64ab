/** What is shown of every place, kept up to date as the day moves. */

import { momentsOf } from "./moments.js";
import { stateAt } from "./states.js";

/**
 * @typedef {object} Scene
 * @property {Int32Array} shown of each place, see states.js
 * @property {Uint16Array} signed of each place the number of its sign
 * @property {{count: number, touched: ?Uint32Array}} moves how often it moved, and the places that the last move may have changed; null for all
 * @property {(day: number, known: number) => void} move to a day, as known on a day
 * @property {() => void} prepare for a step from the day shown, which would else take longer
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
  /** @type {?import("./moments.js").Moments} */
  let moments = null;
  const moves = { count: 0, touched: /** @type {?Uint32Array} */ (null) };
  const prepare = () => {
    moments ??= momentsOf(data, signs, first, last, now.known);
    return moments;
  };
  const showAll = (/** @type {number} */ day, /** @type {number} */ known) => {
    for (let place = 0; place < count; place += 1) {
      shown[place] = stateAt(data, place, day, known);
      signed[place] = signs.of(shown[place], day);
    }
  };
  const step = (/** @type {number} */ day) => {
    const { between, places, before, after } = prepare();
    const [low, high] = between(now.day, day);
    if (high - low >= count) return null;
    const back = day < now.day;
    const told = back ? before : after;
    for (let i = low; i < high; i += 1) {
      const moment = back ? high - 1 - (i - low) : i;
      shown[places[moment]] = told.shown[moment];
      signed[places[moment]] = told.signed[moment];
    }
    return places.subarray(low, high);
  };
  const move = (/** @type {number} */ day, /** @type {number} */ known) => {
    if (now.day === day && now.known === known) return;
    if (now.known !== known) moments = null;
    moves.touched = now.known === known ? step(day) : null;
    moves.count += 1;
    if (!moves.touched) showAll(day, known);
    now = { day, known };
  };
  return { shown, signed, moves, move, prepare };
}
