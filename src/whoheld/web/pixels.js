/** Many places at once, each as a few pixels. */

import { coverOf, paintAll, paintSome } from "./cover.js";
import { FAINT_SIGNS } from "./signs.js";
import { footprintOf, offsetsOf, stampOf } from "./stamps.js";

/** Where places are as dense as pixels, none gives way to another: to look for one that does would take longer than a frame. */
const CROWDED_PX = 1;
/** A place on its own costs about as much as so many in order (measured with 300,000 places, many of them below others). */
const JUMP = 3;

/**
 * @typedef {object} Job
 * @property {CanvasRenderingContext2D} context @property {import("./canvas.js").View} view
 * @property {import("./points.js").Showing} now
 * @property {boolean[]} hidden of each sign whether it is switched off
 * @property {number} radius of a sign, in CSS pixels
 * @property {{pixel: Int32Array}} seen of each place the pixel of its centre, -1 for one that is out of view
 *
 * @typedef {object} Kept What depends on the view or the look alone, and the image.
 * @property {ImageData} image @property {Int32Array} pixels of the image
 * @property {import("./cover.js").Stamps} stamps @property {import("./cover.js").Paints} paints
 * @property {?import("./cover.js").Cover} cover made when it is first wanted
 */

/**
 * @param {ReturnType<typeof import("./signs.js").signsOf>} signs
 * @returns {{draw: (job: Job, viewed: string) => void, prepare: () => void}} `viewed` tells one view from another; `prepare` for a
 *   step of the slider, which would else take longer
 */
export function pixelPainter(signs) {
  /** @type {?Kept} */
  let kept = null;
  let [key, painted] = ["", 0];
  const covered = (/** @type {Kept} */ of) => {
    of.cover ??= coverOf(of.stamps, of.pixels.length);
    return of.cover;
  };
  const draw = (/** @type {Job} */ job, /** @type {string} */ viewed) => {
    const { now } = job;
    const { count, touched } = now.moves;
    const fresh = [viewed, job.radius, job.view.ratio, now.inks.paper, ...now.off].join();
    const same = fresh === key && kept;
    kept = same || keptOf(signs, job);
    const { pixels, stamps, paints, image } = kept;
    const few = touched && touched.length * JUMP < stamps.centres.length;
    if (same && few && count === painted + 1) paintSome(pixels, stamps, covered(kept), now.signed, paints, touched);
    else if (!same || count !== painted) paintAll(pixels, stamps, now.signed, paints);
    [key, painted] = [fresh, count];
    job.context.putImageData(image, 0, 0);
  };
  return { draw, prepare: () => kept && covered(kept) };
}

/** @param {ReturnType<typeof import("./signs.js").signsOf>} signs @param {Job} job @returns {Kept} */
function keptOf(signs, job) {
  const { context, radius, now, view, seen } = job;
  const { width, height } = context.canvas;
  const footprint = footprintOf(radius, now.inks, view.ratio);
  const image = new ImageData(width, height);
  const stamps = { centres: seen.pixel, offsets: offsetsOf(footprint, width) };
  return { image, pixels: new Int32Array(image.data.buffer), stamps, paints: paintsOf(signs, job, footprint.cells), cover: null };
}

/** @param {ReturnType<typeof import("./signs.js").signsOf>} signs @param {Job} job @param {number[]} cells of the footprint */
function paintsOf(signs, { hidden, radius, now, view }, cells) {
  const colours = new Int32Array(signs.list.length * cells.length);
  signs.list.forEach((sign, number) => {
    if (!hidden[number]) colours.set(stampOf(sign, radius, now.inks, view.ratio, cells), number * cells.length);
  });
  const faint = radius > CROWDED_PX ? FAINT_SIGNS : 0;
  const solid = Uint8Array.from(signs.list, (_, sign) => {
    const stamp = colours.subarray(sign * cells.length, (sign + 1) * cells.length);
    return Number(sign >= faint && stamp.every((colour) => colour !== 0));
  });
  return { colours, cells: cells.length, faint, solid };
}
