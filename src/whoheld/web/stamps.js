/** Signs as runs of pixels, for when there are more places than a canvas draws in a frame. */

import { spriteOf } from "./glyphs.js";

/** No pixel of a stamp is farther from its centre. */
export const STAMP_REACH = 16;

/**
 * @typedef {object} Stamp
 * @property {Int32Array} offsets of its pixels from the centre, in an image of a given width
 * @property {Uint32Array} colours as ImageData holds them
 */

/**
 * @param {import("./glyphs.js").Sign} sign @param {number} r @param {import("./glyphs.js").Inks} inks @param {number} ratio
 * @param {number} width of the image that it is for
 * @returns {Stamp}
 */
export function stampOf(sign, r, inks, ratio, width) {
  const sprite = spriteOf(sign, r, inks, ratio);
  const context = /** @type {CanvasRenderingContext2D} */ (sprite.getContext("2d"));
  const { data } = context.getImageData(0, 0, sprite.width, sprite.height);
  return opaque(new Uint32Array(data.buffer), sprite.width, width);
}

/** @param {Uint32Array} pixels @param {number} side of their square @param {number} width @returns {Stamp} those more than half opaque */
export function opaque(pixels, side, width) {
  const kept = Array.from(pixels.keys()).filter((i) => pixels[i] >>> 24 > 127);
  const half = Math.floor(side / 2);
  return {
    offsets: Int32Array.from(kept, (i) => (Math.floor(i / side) - half) * width + (i % side) - half),
    colours: Uint32Array.from(kept, (i) => (pixels[i] | 0xff000000) >>> 0),
  };
}

/** @param {Uint32Array} pixels @param {number} centre index of its pixel @param {Stamp} made */
export function stamp(pixels, centre, { offsets, colours }) {
  for (let i = 0; i < colours.length; i += 1) pixels[centre + offsets[i]] = colours[i];
}

/**
 * The index of the pixel at a point, or -1 where a stamp would reach beyond the edge.
 * @param {number} x in device pixels @param {number} y @param {number} width of the image @param {number} height
 */
export function pixelAt(x, y, width, height) {
  const [px, py] = [Math.round(x), Math.round(y)];
  const inside = px >= STAMP_REACH && py >= STAMP_REACH && px < width - STAMP_REACH && py < height - STAMP_REACH;
  return inside ? py * width + px : -1;
}
