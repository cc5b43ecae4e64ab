/**
 * Signs as a few pixels, for when there are more places than a canvas draws in a frame. All signs of one size take the same
 * pixels: those of the disc of a place that is held.
 */

import { spriteOf } from "./glyphs.js";

/** No pixel of a stamp is farther from its centre. */
export const STAMP_REACH = 16;

const DISC = { form: "held", colours: [], stale: false, admin: false };
const HALF_OPAQUE = 127;

/**
 * @param {number} r @param {import("./glyphs.js").Inks} inks @param {number} ratio
 * @returns {{side: number, cells: number[]}} the pixels of a square that every stamp of the size takes
 */
export function footprintOf(r, inks, ratio) {
  const sprite = spriteOf(DISC, r, inks, ratio);
  const pixels = pixelsOf(sprite);
  return { side: sprite.width, cells: Array.from(pixels.keys()).filter((cell) => pixels[cell] >>> 24 > HALF_OPAQUE) };
}

/**
 * How far the cells lie from the centre, counted in pixels of the image.
 * @param {{side: number, cells: number[]}} footprint @param {number} width of the image @returns {Int32Array}
 */
export function offsetsOf({ side, cells }, width) {
  const half = Math.floor(side / 2);
  return Int32Array.from(cells, (cell) => (Math.floor(cell / side) - half) * width + (cell % side) - half);
}

/**
 * @param {import("./glyphs.js").Sign} sign @param {number} r @param {import("./glyphs.js").Inks} inks @param {number} ratio
 * @param {number[]} cells of the footprint
 * @returns {Int32Array} of each cell its colour as ImageData holds it; 0 where the sign has none
 */
export function stampOf(sign, r, inks, ratio, cells) {
  const pixels = pixelsOf(spriteOf(sign, r, inks, ratio));
  return Int32Array.from(cells, (cell) => (pixels[cell] >>> 24 > HALF_OPAQUE ? pixels[cell] | 0xff000000 : 0));
}

/** @param {HTMLCanvasElement} sprite @returns {Uint32Array} */
function pixelsOf(sprite) {
  const context = /** @type {CanvasRenderingContext2D} */ (sprite.getContext("2d"));
  return new Uint32Array(context.getImageData(0, 0, sprite.width, sprite.height).data.buffer);
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
