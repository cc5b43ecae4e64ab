/** The signs of the map: each state has a form of its own, so that none is told by colour alone. */

import { mix, standingOut } from "./colour.js";

/**
 * @typedef {object} Sign
 * @property {string} form held, claimed, contested, disputed, left, transition, recap or nothing
 * @property {string[]} colours of the actors concerned
 * @property {boolean} stale
 * @property {boolean} admin a province or district: a hollow square
 * @property {boolean} [hollow] of a place that stands at another's point
 *
 * @typedef {object} Inks colours of the theme
 * @property {string} paper @property {string} line @property {string} grey
 */

const TOO_SMALL_FOR_A_RING = 2;
const HOLE = 0.55;
/** The forms that fill their disc, and so can be hollowed. */
const FILLED = new Set(["held", "contested", "disputed"]);
const UNDECIDED = "#8a8a8a";
const STALE_SHARE = 0.55;
/** Contrast that WCAG 2.2 asks of graphics. */
const LEAST_CONTRAST = 3;

/**
 * @param {CanvasRenderingContext2D} context @param {Sign} sign
 * @param {number} x centre @param {number} y @param {number} r radius @param {Inks} inks
 */
export function drawSign(context, sign, x, y, r, inks) {
  context.save();
  context.translate(x, y);
  const colours = sign.colours.length ? sign.colours : [UNDECIDED];
  const shown = sign.stale ? colours.map((colour) => mix(colour, inks.paper, STALE_SHARE)) : colours;
  if (sign.admin) square(context, sign, colours, r, inks);
  else FORMS[sign.form](context, { ...sign, shown, colours }, r, inks);
  if (sign.hollow && FILLED.has(sign.form)) disc(context, r * HOLE, inks.paper);
  context.restore();
}

/**
 * A province or district by its outline.
 * @param {CanvasRenderingContext2D} context @param {Sign} sign @param {Inks} inks @param {() => void} path
 */
export function drawOutline(context, sign, inks, path) {
  border(context, sign, sign.colours.length ? sign.colours : [UNDECIDED], inks, path);
}

/** @type {Object<string, (context: CanvasRenderingContext2D, sign: Sign & {shown: string[]}, r: number, inks: Inks) => void>} */
const FORMS = {
  held(context, { shown, colours, stale }, r, inks) {
    disc(context, r, shown[0]);
    if (r > TOO_SMALL_FOR_A_RING) ring(context, r, stale ? edge(colours[0], inks) : inks.line, stale ? 1.4 : 1);
  },
  claimed(context, { shown, colours, stale }, r, inks) {
    disc(context, r, inks.paper);
    ring(context, r - 0.8, shown[0], 2.2);
    disc(context, r * 0.38, shown[0]);
    ring(context, r + 0.4, edge(colours[0], inks), stale ? 1.3 : 0.8);
  },
  contested(context, { shown }, r, inks) {
    disc(context, r, shown[0]);
    context.beginPath();
    context.arc(0, 0, r, -Math.PI / 2, Math.PI / 2);
    context.fillStyle = shown[1] ?? inks.paper;
    context.fill();
    stroke(context, inks.line, 1.6, () => line(context, 0, -r, 0, r));
    ring(context, r, inks.line, 1.6);
  },
  disputed(context, { shown }, r, inks) {
    disc(context, r, shown[0]);
    context.save();
    context.beginPath();
    context.arc(0, 0, r, 0, 2 * Math.PI);
    context.clip();
    const step = Math.max(r * 0.85, 2);
    for (let at = -3 * r; at < 3 * r; at += step) {
      stroke(context, shown[1] ?? inks.paper, step * 0.45, () => line(context, at - r, r, at + r, -r));
    }
    context.restore();
    ring(context, r, inks.line, 1.6);
  },
  left(context, _sign, r, inks) {
    disc(context, r, inks.paper);
    ring(context, r, inks.grey, 1.5);
    stroke(context, inks.grey, 1.5, () => line(context, -r * 0.55, r * 0.55, r * 0.55, -r * 0.55));
  },
  transition(context, _sign, r, inks) {
    disc(context, r, inks.paper);
    context.setLineDash([2, 1.6]);
    ring(context, r, inks.grey, 1.5);
    context.setLineDash([]);
    disc(context, r * 0.35, inks.grey);
  },
  /** How far off a location may be; in the legend only. */
  precision(context, _sign, r, inks) {
    context.globalAlpha = 0.6;
    ring(context, r * 1.45, inks.grey, 1);
    context.globalAlpha = 1;
    disc(context, r * 0.4, inks.grey);
  },
  /** Places that share a point; in the legend only. */
  shared(context, _sign, r, inks) {
    context.setLineDash([2, 3]);
    ring(context, r * 1.1, inks.grey, 1);
    context.setLineDash([]);
    for (const [x, y] of [[0, -r * 1.1], [0, r * 1.1]]) {
      context.save();
      context.translate(x, y);
      disc(context, r * 0.38, inks.grey);
      context.restore();
    }
  },
  recap(context, _sign, r, inks) {
    ring(context, r * 0.8, inks.grey, 1.3);
  },
  nothing(context, _sign, r, inks) {
    disc(context, Math.max(r * 0.26, 1), inks.grey);
  },
};

/** @param {CanvasRenderingContext2D} context @param {Sign} sign @param {string[]} colours @param {number} r @param {Inks} inks */
function square(context, sign, colours, r, inks) {
  const half = r * 1.25;
  border(context, sign, colours, inks, () => context.rect(-half, -half, 2 * half, 2 * half));
}

/**
 * The line around an area: dashed where it is not simply held.
 * @param {CanvasRenderingContext2D} context @param {Sign} sign @param {string[]} colours @param {Inks} inks @param {() => void} path
 */
function border(context, sign, colours, inks, path) {
  const colour = sign.form === "nothing" || sign.form === "recap" ? inks.grey : colours[0];
  if (sign.form !== "held") context.setLineDash(sign.form === "claimed" ? [6, 2] : [3, 2]);
  stroke(context, inks.paper, 5, path);
  stroke(context, sign.stale ? mix(colour, inks.paper, 0.5) : edge(colour, inks), 2.6, path);
  context.setLineDash([]);
}

/** A colour as a line upon the paper. @param {string} colour @param {Inks} inks */
function edge(colour, inks) {
  return standingOut(colour, inks.paper, inks.line, LEAST_CONTRAST);
}

/** @param {CanvasRenderingContext2D} context @param {number} r @param {string} colour */
function disc(context, r, colour) {
  context.beginPath();
  context.arc(0, 0, r, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** @param {CanvasRenderingContext2D} context @param {number} r @param {string} colour @param {number} width */
function ring(context, r, colour, width) {
  stroke(context, colour, width, () => context.arc(0, 0, Math.max(r, 0.5), 0, 2 * Math.PI));
}

/** @param {CanvasRenderingContext2D} context @param {string} colour @param {number} width @param {() => void} path */
function stroke(context, colour, width, path) {
  context.beginPath();
  path();
  Object.assign(context, { strokeStyle: colour, lineWidth: width });
  context.stroke();
}

/** @param {CanvasRenderingContext2D} context @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 */
function line(context, x0, y0, x1, y1) {
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
}

/** @param {Sign} sign @param {number} r @param {Inks} inks @param {number} ratio @returns {HTMLCanvasElement} */
export function spriteOf(sign, r, inks, ratio) {
  const half = Math.ceil(r * 1.4) + 3;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 2 * half * ratio;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
  context.scale(ratio, ratio);
  drawSign(context, sign, half, half, r, inks);
  return canvas;
}
