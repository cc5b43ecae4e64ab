/** Many places at once, each as a few pixels. */

import { coverOf, paintAll, paintSome } from "./cover.js";
import { FAINT_SIGNS } from "./signs.js";
import { footprintOf, stampOf } from "./stamps.js";

/** Where places are as dense as pixels, none gives way to another: to look for one that does would take longer than a frame. */
const CROWDED_PX = 1;
/** A pixel here and there costs about as much as so many in order (measured with 300,000 places). */
const JUMP = 6;

/**
 * @typedef {object} Job
 * @property {CanvasRenderingContext2D} context @property {import("./canvas.js").View} view
 * @property {import("./points.js").Showing} now
 * @property {boolean[]} hidden of each sign whether it is switched off
 * @property {number} radius of a sign, in CSS pixels
 * @property {{pixel: Int32Array}} seen of each place the pixel of its centre, -1 for one that is out of view
 */

/**
 * What depends on the view or the look alone is kept from frame to frame, and so is the image.
 * @param {ReturnType<typeof import("./signs.js").signsOf>} signs
 * @returns {(job: Job, viewed: string) => void} `viewed` tells one view from another
 */
export function pixelPainter(signs) {
  /** @type {?{image: ImageData, cover: import("./cover.js").Cover, paints: import("./cover.js").Paints}} */
  let kept = null;
  let [key, painted] = ["", 0];
  return (job, viewed) => {
    const { context, now, radius, view, seen } = job;
    const { width, height } = context.canvas;
    const fresh = [viewed, radius, view.ratio, now.inks.paper, ...now.off].join();
    if (fresh !== key || !kept) {
      const footprint = footprintOf(radius, now.inks, view.ratio);
      const cover = coverOf(seen.pixel, footprint, width, width * height);
      kept = { image: new ImageData(width, height), cover, paints: paintsOf(signs, job, footprint.cells) };
    }
    const { image, cover, paints } = kept;
    const pixels = new Int32Array(image.data.buffer);
    const { count, touched } = now.moves;
    const few = touched && touched.length * paints.cells * JUMP < cover.pixels.length;
    if (fresh === key && few && count === painted + 1) paintSome(pixels, cover, now.signed, paints, touched);
    else if (fresh !== key || count !== painted) paintAll(pixels, cover, now.signed, paints);
    [key, painted] = [fresh, count];
    context.putImageData(image, 0, 0);
  };
}

/** @param {ReturnType<typeof import("./signs.js").signsOf>} signs @param {Job} job @param {number[]} cells of the footprint */
function paintsOf(signs, { hidden, radius, now, view }, cells) {
  const colours = new Int32Array(signs.list.length * cells.length);
  signs.list.forEach((sign, number) => {
    if (!hidden[number]) colours.set(stampOf(sign, radius, now.inks, view.ratio, cells), number * cells.length);
  });
  return { colours, cells: cells.length, faint: radius > CROWDED_PX ? FAINT_SIGNS : 0 };
}
