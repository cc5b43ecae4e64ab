/** Which sign stands for what is shown of a place; each distinct one has a number. */

import { isStale, NOTHING, RECAP } from "./states.js";

/** @typedef {import("./payload.js").Data} Data */

/** Numbers of the signs that no row has. */
const SIGN_OF_NOTHING = 0;
const SIGN_OF_RECAP = 1;
const SIGN_OF_TRANSITION = 2;

/** The numbers below it are of places of which nothing dated is said: they cover no other. */
export const FAINT_SIGNS = SIGN_OF_TRANSITION;

/**
 * @param {Data} data
 * @returns {{list: (import("./glyphs.js").Sign & {actors: number[], holds: boolean})[], of: (shown: number, day: number) => number}}
 *   the signs, each stale one after its fresh one; and the number of the sign for what is shown of a place
 */
export function signsOf(data) {
  const list = ["nothing", "recap", "transition"].map((form) => ({ form, colours: [], actors: [], holds: false, stale: false, admin: false }));
  const ofRow = new Uint16Array(data.rows.status.length);
  const { status, actor, others } = data.rows;
  const numbers = new Uint16Array(data.groups.length * (data.actors.length + 1) * data.statuses.length);
  for (let row = 0; row < ofRow.length; row += 1) {
    const key = (others[row] * (data.actors.length + 1) + actor[row] + 1) * data.statuses.length + status[row];
    if (numbers[key] === 0) {
      numbers[key] = list.length;
      const actors = actorsOf(data, row);
      const sign = { form: data.statuses[status[row]], colours: actors.map((a) => data.actors[a].colour), actors, holds: actor[row] >= 0, admin: false };
      list.push({ ...sign, stale: false }, { ...sign, stale: true });
    }
    ofRow[row] = numbers[key];
  }
  const of = (/** @type {number} */ row, /** @type {number} */ day) => {
    if (row >= 0) return ofRow[row] + Number(isStale(data, row, day));
    return row === NOTHING ? SIGN_OF_NOTHING : row === RECAP ? SIGN_OF_RECAP : SIGN_OF_TRANSITION;
  };
  return { list, of };
}

/** The actors that a row names, its holder first. @param {Data} data @param {number} row @returns {number[]} */
export function actorsOf(data, row) {
  const holder = data.rows.actor[row];
  return [...(holder >= 0 ? [holder] : []), ...data.groups[data.rows.others[row]]];
}

/**
 * Live figures for the legend.
 * @param {Data} data @param {ReturnType<typeof signsOf>["list"]} list @param {Uint16Array} signed of each place the number of its sign
 */
export function countSigns(data, list, signed) {
  const tally = new Int32Array(list.length);
  for (let place = 0; place < signed.length; place += 1) tally[signed[place]] += 1;
  const counts = { actors: new Int32Array(data.actors.length), forms: /** @type {Object<string, number>} */ ({}), stale: 0 };
  list.forEach(({ form, actors, holds, stale }, sign) => {
    counts.forms[form] = (counts.forms[form] ?? 0) + tally[sign];
    if (holds) counts.actors[actors[0]] += tally[sign];
    if (stale) counts.stale += tally[sign];
  });
  return counts;
}
