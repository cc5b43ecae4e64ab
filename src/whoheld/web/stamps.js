/** Signs as runs of pixels, for when there are more places than a canvas draws in a frame. */

import { spriteOf } from "./glyphs.js";

/**
 * @typedef {object} Stamp
 * @property {Int16Array} dx @property {Int16Array} dy offsets of its pixels from the centre
 * @property {number} half no offset is larger
 * @property {Uint32Array} colours as ImageData holds them
 */

/**
 * @param {import("./glyphs.js").Sign} sign @param {number} r @param {import("./glyphs.js").Inks} inks @param {number} ratio
 * @returns {Stamp}
 */
export function stampOf(sign, r, inks, ratio) {
  const sprite = spriteOf(sign, r, inks, ratio);
  const context = /** @type {CanvasRenderingContext2D} */ (sprite.getContext("2d"));
  const { data, width } = context.getImageData(0, 0, sprite.width, sprite.height);
  return opaque(new Uint32Array(data.buffer), width);
}

/** @param {Uint32Array} pixels @param {number} width @returns {Stamp} its pixels that are more than half opaque */
export function opaque(pixels, width) {
  const kept = Array.from(pixels.keys()).filter((i) => pixels[i] >>> 24 > 127);
  const half = Math.floor(width / 2);
  return {
    half,
    dx: Int16Array.from(kept, (i) => (i % width) - half),
    dy: Int16Array.from(kept, (i) => Math.floor(i / width) - half),
    colours: Uint32Array.from(kept, (i) => (pixels[i] | 0xff000000) >>> 0),
  };
}

/**
 * @param {Uint32Array} pixels @param {number} width @param {number} height
 * @param {number} x centre @param {number} y @param {Stamp} made
 */
export function stamp(pixels, width, height, x, y, { dx, dy, colours, half }) {
  const centre = y * width + x;
  if (x >= half && y >= half && x + half < width && y + half < height) {
    for (let i = 0; i < colours.length; i += 1) pixels[centre + dy[i] * width + dx[i]] = colours[i];
    return;
  }
  for (let i = 0; i < colours.length; i += 1) {
    const [px, py] = [x + dx[i], y + dy[i]];
    if (px >= 0 && py >= 0 && px < width && py < height) pixels[centre + dy[i] * width + dx[i]] = colours[i];
  }
}
