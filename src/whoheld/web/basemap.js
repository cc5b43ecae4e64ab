/** Coasts, rivers and boundaries as lines. No country is filled. */

import { canvasLayer, wipe, worldX, worldY } from "./canvas.js";

/** By kind: coast, lake, river, boundary, and a boundary that is not agreed on. */
const STYLES = [
  { colour: "--wh-coast", width: 1.2, dash: [] },
  { colour: "--wh-water", width: 0.8, dash: [] },
  { colour: "--wh-water", width: 1.4, dash: [] },
  { colour: "--wh-boundary", width: 1, dash: [] },
  { colour: "--wh-boundary", width: 1, dash: [5, 4] },
];

/** @param {import("./payload.js").Data} data @param {(name: string) => string} ink */
export function baseLayer(data, ink) {
  const lines = data.lines.map(({ kind, lon, lat }) => ({ kind, x: lon.map(worldX), y: lat.map(worldY) }));
  return canvasLayer((context, view) => {
    wipe(context, view);
    STYLES.forEach((style, kind) => {
      context.beginPath();
      for (const line of lines) if (line.kind === kind) trace(context, view, line);
      Object.assign(context, { strokeStyle: ink(style.colour), lineWidth: style.width, lineJoin: "round" });
      context.setLineDash(style.dash);
      context.stroke();
    });
    context.setLineDash([]);
  }, { pane: "tilePane", padding: 0.3 });
}

/**
 * A line of the world, as a path on the canvas.
 * @param {CanvasRenderingContext2D} context @param {import("./canvas.js").View} view @param {{x: Float64Array, y: Float64Array}} line
 */
export function trace(context, view, { x, y }) {
  for (let i = 0; i < x.length; i += 1) {
    const [px, py] = [x[i] * view.size - view.left, y[i] * view.size - view.top];
    if (i) context.lineTo(px, py);
    else context.moveTo(px, py);
  }
}
