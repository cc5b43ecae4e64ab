/** Where each place is drawn: on its point, or on a small ring around a point that several share. */

import { worldX, worldY } from "./canvas.js";
import { UNITS_PER_DEGREE } from "./payload.js";

const RING_PX = 18;
const ROOM_PX = 18;
const BORROWED = /no citable point|, point of /;

/**
 * @param {import("./payload.js").Data} data
 * @returns {{x: Float64Array, y: Float64Array, dx: Float32Array, dy: Float32Array, rings: {x: number, y: number, r: number}[]}}
 *   position in the world (0 to 1), offset in pixels, and the rings to draw
 */
export function layout(data) {
  const x = data.lon.map(worldX);
  const y = data.lat.map(worldY);
  const [dx, dy] = [new Float32Array(x.length), new Float32Array(x.length)];
  const rings = [];
  for (const members of shared(data)) {
    const [centre, ...around] = members;
    const r = Math.max(RING_PX, (around.length * ROOM_PX) / (2 * Math.PI));
    rings.push({ x: x[centre], y: y[centre], r });
    around.forEach((place, i) => {
      const angle = (2 * Math.PI * i) / around.length - Math.PI / 2;
      dx[place] = r * Math.cos(angle);
      dy[place] = r * Math.sin(angle);
    });
  }
  return { x, y, dx, dy, rings };
}

/**
 * The groups of places that share a point; the one that the point is best for comes first.
 * @param {import("./payload.js").Data} data @returns {number[][]}
 */
function shared(data) {
  const { lon, lat, admin } = data;
  const points = new Float64Array(lon.length);
  for (let place = 0; place < lon.length; place += 1) points[place] = admin[place] ? -1 - place : numberOf(lon[place], lat[place]);
  const sorted = points.slice().sort();
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  for (let i = 1; i < sorted.length; i += 1) if (sorted[i] === sorted[i - 1]) groups.set(sorted[i], []);
  if (groups.size) points.forEach((point, place) => groups.get(point)?.push(place));
  const own = (/** @type {number} */ place) => Number(borrowed(data, place));
  const better = (/** @type {number} */ a, /** @type {number} */ b) =>
    own(a) - own(b) || data.precision[a] - data.precision[b] || a - b;
  return [...groups.values()].map((members) => members.sort(better));
}

/** A number of its own for each point that a page can tell apart. @param {number} lon in degrees @param {number} lat */
function numberOf(lon, lat) {
  return Math.round((lon + 180) * UNITS_PER_DEGREE) * 180 * UNITS_PER_DEGREE * 2 + Math.round((lat + 90) * UNITS_PER_DEGREE);
}

/**
 * Whether a place has no point of its own and is shown at its parent's or at a neighbouring town's.
 * @param {import("./payload.js").Data} data @param {number} place
 */
export function borrowed(data, place) {
  return BORROWED.test(data.sources[data.source[place]]);
}
