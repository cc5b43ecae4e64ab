/** Runs of days in words. */

import { iso } from "./days.js";
import { phrase } from "./dom.js";
import { OPEN } from "./payload.js";

/** @typedef {import("./payload.js").Data} Data @typedef {Object<string, string>} Words */

/** When an interval began: a day, bounds, or no more than a latest day. @param {Data} data @param {number} row @param {Words} words */
export function begins(data, row, words) {
  const { from, earliest } = data.rows;
  const last = iso(from[row] + data.start);
  if (from[row] === earliest[row]) return phrase(words.since, { day: last });
  if (earliest[row] <= -OPEN / 2) return phrase(words.onOrBefore, { day: last });
  return phrase(words.between, { day: iso(earliest[row] + data.start), last });
}

/** When it ended. @param {Data} data @param {number} row @param {Words} words */
export function ends(data, row, words) {
  const { to, latest } = data.rows;
  if (to[row] >= OPEN / 2) return phrase(words.open);
  const day = iso(to[row] + data.start);
  if (to[row] === latest[row]) return phrase(words.until, { day });
  const last = latest[row] >= OPEN / 2 ? "…" : iso(latest[row] + data.start);
  return phrase(words.endsBetween, { day, last });
}

/** The days that a claim speaks of. @param {[?string, ?string, string, ?string]} when @param {Words} words */
export function said([earliest, latest], words) {
  if (!earliest && !latest) return phrase(words.undated);
  if (earliest === latest) return phrase(words.on, { day: earliest ?? "" });
  if (!earliest) return phrase(words.onOrBefore, { day: latest ?? "" });
  if (!latest) return phrase(words.after, { day: earliest });
  return phrase(words.between, { day: earliest, last: latest });
}

/** @param {number} metres @param {Words} words @returns {DocumentFragment} */
export function distance(metres, words) {
  if (metres < 1000) return phrase(words.m, { n: metres });
  return phrase(words.km, { n: (metres / 1000).toFixed(metres < 10000 ? 1 : 0).replace(/\.0$/, "") });
}
