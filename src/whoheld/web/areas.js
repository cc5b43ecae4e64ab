/**
 * Estimated areas: each spot as the nearest place of which something was ever reported, within a radius. Hatched, never sure.
 * A place that stands at its parent's point says nothing of the ground around that point.
 */

import { EQUATOR_M, canvasLayer, wipe, worldX, worldY } from "./canvas.js";
import { mix, rgb } from "./colour.js";
import { borrowed } from "./layout.js";
import { nearestPoints } from "./nearest.js";

/** Beyond it nothing is estimated. */
export const REACH_M = 20000;

const CELL_PX = 3;

/**
 * @param {import("./payload.js").Data} data
 * @param {ReturnType<typeof import("./signs.js").signsOf>} signs
 * @param {() => import("./points.js").Showing} showing
 */
export function areaLayer(data, signs, showing) {
  /** @type {?ReturnType<typeof seedsOf>} */
  let seeds = null;
  /** @type {{key: string, width: number, height: number, margin: number, cells: Int32Array}} */
  let raster = { key: "", width: 0, height: 0, margin: 0, cells: new Int32Array() };
  const paint = (/** @type {CanvasRenderingContext2D} */ context, /** @type {import("./canvas.js").View} */ view) => {
    const key = [view.size, view.left, view.top, view.width, view.height].join();
    seeds ??= seedsOf(data);
    if (raster.key !== key) raster = { key, ...rasterOf(seeds.x, seeds.y, view) };
    const now = showing();
    const looks = looksOf(signs, now);
    const lookOf = Int16Array.from(seeds.places, (place) => looks.of[now.signed[place]]);
    wipe(context, view);
    fill(context, raster, lookOf, looks.colours);
    hatch(context, view, now.inks.paper);
    front(context, raster, lookOf, now.inks.line);
  };
  return canvasLayer(paint, { pane: "overlayPane", padding: 0.1 });
}

/** The places that the ground around them follows. @param {import("./payload.js").Data} data */
function seedsOf(data) {
  const spoken = (/** @type {number} */ place) => !data.admin[place] && data.first[place + 1] > data.first[place] && !borrowed(data, place);
  const places = Uint32Array.from(data.lon.keys()).filter(spoken);
  return { places, x: Float64Array.from(places, (place) => worldX(data.lon[place])), y: Float64Array.from(places, (place) => worldY(data.lat[place])) };
}

/** The radius in cells follows from the latitude of the view's middle. */
function rasterOf(x, y, view) {
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - (2 * (view.top + view.height / 2)) / view.size)));
  const reach = (REACH_M / (EQUATOR_M * Math.cos(latitude))) * (view.size / CELL_PX);
  const margin = Math.min(Math.ceil(reach), 150);
  const [width, height] = [Math.ceil(view.width / CELL_PX) + 2 * margin, Math.ceil(view.height / CELL_PX) + 2 * margin];
  const xs = x.map((value) => (value * view.size - view.left) / CELL_PX + margin);
  const ys = y.map((value) => (value * view.size - view.top) / CELL_PX + margin);
  return { width, height, margin, cells: nearestPoints(xs, ys, width, height, reach) };
}

/** Signs that paint alike have one look; 0 paints nothing. */
function looksOf(signs, now) {
  const colours = [["#000000", "#000000"]];
  const of = signs.list.map((sign) => {
    const hidden = sign.actors.every((actor) => now.off.has(actor));
    if (hidden || !sign.colours.length || sign.form === "left") return 0;
    const shown = sign.colours.map((colour) => (sign.stale ? mix(colour, now.inks.paper, 0.55) : colour));
    return colours.push([shown[0], sign.actors.length > 1 ? shown[1] : shown[0]]) - 1;
  });
  return { of, colours: colours.map((pair) => pair.map((colour) => pixel(colour))) };
}

/** @param {string} colour @returns {number} as ImageData holds it, translucent */
function pixel(colour) {
  const [r, g, b] = rgb(colour);
  return ((130 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

function fill(context, { width, height, margin, cells }, lookOf, colours) {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  for (let cell = 0; cell < cells.length; cell += 1) {
    const look = cells[cell] < 0 ? 0 : lookOf[cells[cell]];
    if (look) pixels[cell] = colours[look][((cell % width) + Math.floor(cell / width)) % 4 < 2 ? 0 : 1];
  }
  const small = document.createElement("canvas");
  Object.assign(small, { width, height });
  /** @type {CanvasRenderingContext2D} */ (small.getContext("2d")).putImageData(image, 0, 0);
  context.imageSmoothingEnabled = false;
  context.drawImage(small, -margin * CELL_PX, -margin * CELL_PX, width * CELL_PX, height * CELL_PX);
}

/** Lines of paper colour all over: what is estimated never looks like what is reported. */
function hatch(context, view, paper) {
  context.save();
  context.globalCompositeOperation = "source-atop";
  context.beginPath();
  for (let at = -view.height; at < view.width; at += 7) {
    context.moveTo(at, view.height);
    context.lineTo(at + view.height, 0);
  }
  Object.assign(context, { strokeStyle: paper, lineWidth: 1.6, globalAlpha: 0.75 });
  context.stroke();
  context.restore();
}

/** Where the states of two neighbours differ, with its corners cut: from the middle of one side of a cell to that of another. */
function front(context, { width, height, margin, cells }, lookOf, colour) {
  const look = (/** @type {number} */ cell) => (cells[cell] < 0 ? 0 : lookOf[cells[cell]]);
  const at = (/** @type {number} */ value) => (value - margin) * CELL_PX;
  context.beginPath();
  for (let row = 0; row + 1 < height; row += 1) {
    for (let column = 0; column + 1 < width; column += 1) {
      const cell = row * width + column;
      const four = [look(cell), look(cell + 1), look(cell + width + 1), look(cell + width)];
      if (four[0] === four[1] && four[1] === four[2] && four[2] === four[3]) continue;
      const sides = [[1, 0.5], [1.5, 1], [1, 1.5], [0.5, 1]].filter((_, side) => parted(four[side], four[(side + 1) % 4]));
      const centre = sides.length === 2 ? sides.pop() ?? [1, 1] : [1, 1];
      for (const [x, y] of sides) {
        context.moveTo(at(column + x), at(row + y));
        context.lineTo(at(column + centre[0]), at(row + centre[1]));
      }
    }
  }
  Object.assign(context, { strokeStyle: colour, lineWidth: 1.6, lineCap: "round" });
  context.stroke();
}

/** Two looks that a front parts; where nothing is estimated there is none. @param {number} one @param {number} other */
function parted(one, other) {
  return one !== 0 && other !== 0 && one !== other;
}
