/** The places on the map. A few thousand are drawn with care, more of them as pixels. */

import { trace } from "./basemap.js";
import { EQUATOR_M, canvasLayer, wipe, worldX, worldY } from "./canvas.js";
import { drawOutline, drawSign, spriteOf } from "./glyphs.js";
import { fitting } from "./labels.js";
import { borrowed, layout } from "./layout.js";
import { placeName } from "./names.js";
import { pixelPainter } from "./pixels.js";
import { NOTHING, RECAP } from "./states.js";
import { pixelAt } from "./stamps.js";

const DRAWN_WITH_CARE = 2500;
const LABELS = 60;
const LABELLED_OF = 600;
const LABEL_PX = 12;
/** How much is drawn beyond each edge of the view, as a share of it. */
const PADDING = 0.1;
/** From here on the circles of precision say something without covering the map. */
const NEAR_ZOOM = 9;
/** A smaller ring would be hidden by the sign. */
const LEAST_RING_PX = 14;

/**
 * @typedef {object} Showing What the layer is to show.
 * @property {Int32Array} shown of each place, see states.js
 * @property {Uint16Array} signed of each place the number of its sign
 * @property {import("./scene.js").Scene["moves"]} moves
 * @property {Set<number>} off actors switched off
 * @property {number} selected place, or -1
 * @property {Set<number>} marked places that changed between two dates
 * @property {string} language
 * @property {import("./glyphs.js").Inks} inks
 */

/** @param {number} visible how many places @returns {number} radius of a sign in pixels */
export function radiusFor(visible) {
  if (visible > 60000) return 1;
  if (visible > 15000) return 1.8;
  if (visible > DRAWN_WITH_CARE) return 2.6;
  return visible > 700 ? 4 : visible > 200 ? 5 : 6.5;
}

/**
 * @param {import("./payload.js").Data} data
 * @param {ReturnType<typeof import("./signs.js").signsOf>} signs
 * @param {() => Showing} showing
 */
export function pointLayer(data, signs, showing) {
  const where = layout(data);
  const { length } = data.lon;
  const seen = { count: 0, places: new Uint32Array(length), pixel: new Int32Array(length), x: new Float32Array(length), y: new Float32Array(length) };
  /** @type {?Uint32Array} */
  let order = null;
  const admin = Array.from(data.admin.keys()).filter((place) => data.admin[place]);
  const outlines = new Map([...data.outlines].map(([place, rings]) => [place, rings.map(({ lon, lat }) => ({ x: lon.map(worldX), y: lat.map(worldY) }))]));
  const painter = pixelPainter(signs);
  let sprites = { key: "", made: new Map() };
  let projected = "";

  const paint = (/** @type {CanvasRenderingContext2D} */ context, /** @type {import("./canvas.js").View} */ view) => {
    const key = [view.size, view.left, view.top, view.width, view.height].join();
    if (key !== projected) project(data, where, view, seen);
    projected = key;
    const now = showing();
    const hidden = signs.list.map((sign) => sign.actors.length > 0 && sign.actors.every((actor) => now.off.has(actor)));
    const radius = radiusFor(seen.count);
    const spriteKey = `${radius} ${view.ratio} ${view.width} ${now.inks.paper}`;
    if (sprites.key !== spriteKey) sprites = { key: spriteKey, made: new Map() };
    const job = { context, view, now, signs, hidden, radius, seen, data, admin, sprites: sprites.made };
    if (seen.count > DRAWN_WITH_CARE) painter.draw(job, key);
    else wipe(context, view);
    drawRings(job, where);
    if (seen.count <= LABELLED_OF) drawPrecision(job, where);
    drawAdmin(job, outlines);
    if (seen.count <= DRAWN_WITH_CARE) drawSprites(job);
    if (seen.count <= LABELLED_OF * 4) {
      order ??= byWeight(data);
      drawLabels(job, order);
    }
    drawMarks(job);
  };
  const layer = canvasLayer(paint, { pane: "overlayPane", padding: PADDING });
  const pixelOf = (/** @type {number} */ place) => ({ x: seen.x[place] + layer._bounds.min.x, y: seen.y[place] + layer._bounds.min.y });
  const prepare = () => seen.count > DRAWN_WITH_CARE && painter.prepare();
  return Object.assign(layer, { pixelOf, prepare, placeAt: (/** @type {any} */ point) => nearest(layer, seen, point, showing(), signs) });
}

/** Places that more is said of come first. @param {import("./payload.js").Data} data @returns {Uint32Array} */
function byWeight(data) {
  const weight = (/** @type {number} */ place) => data.first[place + 1] - data.first[place];
  return Uint32Array.from(data.lon.keys()).sort((a, b) => weight(b) - weight(a) || a - b);
}

/** Places that share a point part only as one comes nearer. */
function apart(zoom) {
  return Math.min(Math.max((zoom - 6.5) / 2.5, 0), 1);
}

function project(data, where, view, seen) {
  seen.count = 0;
  const share = apart(view.zoom);
  const [width, height] = [Math.round(view.width * view.ratio), Math.round(view.height * view.ratio)];
  for (let place = 0; place < data.lon.length; place += 1) {
    const x = where.x[place] * view.size - view.left + where.dx[place] * share;
    const y = where.y[place] * view.size - view.top + where.dy[place] * share;
    seen.x[place] = x;
    seen.y[place] = y;
    seen.pixel[place] = data.admin[place] ? -1 : pixelAt(x * view.ratio, y * view.ratio, width, height);
    if (x < -20 || y < -20 || x > view.width + 20 || y > view.height + 20) continue;
    seen.places[seen.count] = place;
    seen.count += 1;
  }
}

function drawRings({ context, view, now, seen }, where) {
  if (seen.count > DRAWN_WITH_CARE || apart(view.zoom) === 0) return;
  Object.assign(context, { strokeStyle: now.inks.grey, lineWidth: 0.8 });
  context.setLineDash([2, 3]);
  for (const ring of where.rings) {
    context.beginPath();
    context.arc(ring.x * view.size - view.left, ring.y * view.size - view.top, ring.r * apart(view.zoom), 0, 2 * Math.PI);
    context.stroke();
  }
  context.setLineDash([]);
}

/** How far the true place may lie from its point, once one is near enough for that to be more than the sign itself. */
function drawPrecision({ context, view, now, seen, data }, where) {
  Object.assign(context, { strokeStyle: now.inks.grey, lineWidth: 1, globalAlpha: 0.45 });
  for (const place of seen.places.subarray(0, seen.count)) {
    if (data.admin[place] || now.shown[place] === NOTHING || (view.zoom < NEAR_ZOOM && place !== now.selected)) continue;
    const radius = precisionInPixels(data.precision[place], data.lat[place], view.size);
    if (radius < LEAST_RING_PX || radius > view.width) continue;
    context.beginPath();
    context.arc(where.x[place] * view.size - view.left, where.y[place] * view.size - view.top, radius, 0, 2 * Math.PI);
    context.stroke();
  }
  context.globalAlpha = 1;
}

/**
 * @param {number} metres @param {number} latitude in degrees @param {number} size of the whole world in pixels
 * @returns {number} pixels that so many metres take at the latitude, in Web Mercator
 */
export function precisionInPixels(metres, latitude, size) {
  return (metres / (EQUATOR_M * Math.cos((latitude * Math.PI) / 180))) * size;
}

/** The outline where there is one, and where its name stands a square; else a larger square. */
function drawAdmin({ context, view, now, signs, hidden, seen, admin }, outlines) {
  for (const place of admin) {
    const sign = { ...signs.list[now.signed[place]], admin: true };
    if (hidden[now.signed[place]] || now.shown[place] === NOTHING) continue;
    const rings = outlines.get(place);
    if (rings) drawOutline(context, sign, now.inks, () => rings.forEach((ring) => trace(context, view, ring)));
    drawSign(context, sign, seen.x[place], seen.y[place], rings ? 5 : 10, now.inks);
  }
}

/** Nothing and recaps lie below, what is reported above. */
function drawSprites({ context, view, now, signs, hidden, radius, seen, data, sprites }) {
  for (const reported of [false, true]) {
    for (const place of seen.places.subarray(0, seen.count)) {
      const shown = now.shown[place];
      const sign = now.signed[place];
      if (data.admin[place] || hidden[sign] || (shown !== NOTHING && shown !== RECAP) !== reported) continue;
      const hollow = borrowed(data, place);
      const key = 2 * sign + Number(hollow);
      if (!sprites.has(key)) sprites.set(key, spriteOf({ ...signs.list[sign], hollow }, radius, now.inks, view.ratio));
      const sprite = sprites.get(key);
      const side = sprite.width / view.ratio;
      context.drawImage(sprite, seen.x[place] - side / 2, seen.y[place] - side / 2, side, side);
    }
  }
}

function drawMarks({ context, now, seen, radius }) {
  const circle = (/** @type {number} */ place, /** @type {string} */ colour, /** @type {number} */ r) => {
    context.beginPath();
    context.arc(seen.x[place], seen.y[place], r, 0, 2 * Math.PI);
    Object.assign(context, { strokeStyle: colour, lineWidth: 2 });
    context.stroke();
  };
  for (const place of now.marked) circle(place, now.inks.mark, radius + 4);
  if (now.selected < 0) return;
  circle(now.selected, now.inks.paper, radius + 5);
  circle(now.selected, now.inks.line, radius + 7);
}

function drawLabels({ context, view, now, seen, radius, data }, order) {
  const inside = new Set(seen.places.subarray(0, seen.count));
  const wanted = [];
  if (now.selected >= 0 && inside.has(now.selected)) wanted.push(now.selected);
  for (const place of order) {
    if (wanted.length >= LABELLED_OF) break;
    if (inside.has(place) && place !== now.selected && now.shown[place] !== NOTHING && now.shown[place] !== RECAP) wanted.push(place);
  }
  context.font = `${LABEL_PX}px system-ui, "Noto Sans", sans-serif`;
  Object.assign(context, { textBaseline: "middle", textAlign: "left" });
  const labels = wanted.map((place) => {
    const text = placeName(data, place, now.language).slice(0, 40);
    const gap = (data.admin[place] ? 13 : radius) + (place === now.selected ? 11 : 4);
    return { place, text, x: seen.x[place], y: seen.y[place], gap, width: context.measureText(text).width };
  });
  const points = labels.map(({ place, x, y }) => ({ x, y, place })).filter(({ place }) => !data.admin[place]);
  for (const { place, text, left, top } of fitting(labels, LABEL_PX + 3, Math.min(LABELS, 20 + view.width / 24), points, radius, edgesOf(view))) {
    Object.assign(context, { strokeStyle: now.inks.paper, lineWidth: 3.5, lineJoin: "round" });
    Object.assign(context, { fillStyle: place === now.selected ? now.inks.line : now.inks.text });
    context.strokeText(text, left, top + LABEL_PX / 2 + 1);
    context.fillText(text, left, top + LABEL_PX / 2 + 1);
  }
}

/** What of the canvas is in view while the map rests. @param {import("./canvas.js").View} view */
function edgesOf({ width, height }) {
  const spare = PADDING / (1 + 2 * PADDING);
  return { left: width * spare, top: height * spare, right: width * (1 - spare), bottom: height * (1 - spare) };
}

/** @returns {number} the place drawn nearest to a point of the map's pane, or -1 */
function nearest(layer, seen, point, now, signs) {
  const [x, y] = [point.x - layer._bounds.min.x, point.y - layer._bounds.min.y];
  let [best, least] = [-1, 14 ** 2];
  for (let i = 0; i < seen.count; i += 1) {
    const place = seen.places[i];
    const distance = (seen.x[place] - x) ** 2 + (seen.y[place] - y) ** 2 + (now.shown[place] === NOTHING ? 30 : 0);
    if (distance >= least) continue;
    const { actors } = signs.list[now.signed[place]];
    if (actors.length && actors.every((actor) => now.off.has(actor))) continue;
    [best, least] = [place, distance];
  }
  return best;
}
