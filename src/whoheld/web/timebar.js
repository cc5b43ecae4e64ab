/** The slider of days, its buttons and the histogram above it. */

import { addMonths, iso, ticks } from "./days.js";
import { el, icon, refill } from "./dom.js";
import { dayless } from "./lists.js";
import { histogram } from "./states.js";

const SECONDS_FOR_ALL = 30;

const ICONS = {
  earlier: "M3 2h2v12H3zM14 2v12L6 8z",
  later: "M11 2h2v12h-2zM2 2v12l8-6z",
  play: "M4 2v12l10-6z",
  pause: "M4 2h3v12H4zM9 2h3v12H9z",
};

/**
 * @typedef {object} Clock What the bar moves.
 * @property {number} first day, since 1970 @property {number} last
 * @property {() => number} day @property {(day: number) => void} set
 * @property {() => number} known since data.start
 */

/**
 * @param {import("./payload.js").Data} data @param {Clock} clock
 */
export function timebar(data, clock) {
  const range = /** @type {HTMLInputElement} */ (el("input", { type: "range", class: "wh-range", min: clock.first, max: clock.last, step: 1 }));
  range.addEventListener("input", () => clock.set(Number(range.value)));
  const bars = /** @type {HTMLCanvasElement} */ (el("canvas", { class: "wh-bars", "aria-hidden": "true" }));
  for (const kind of ["pointerdown", "pointermove"]) {
    bars.addEventListener(kind, (event) => {
      if (/** @type {PointerEvent} */ (event).buttons) clock.set(dayAt(bars, clock, /** @type {PointerEvent} */ (event)));
    });
  }
  const date = el("output", { class: "wh-date", "aria-live": "off" });
  const player = playerOf(clock);
  const buttons = buttonsOf(data, clock, player);
  const axis = el("div", { class: "wh-axis", "aria-hidden": "true" });
  const extra = el("div", { class: "wh-more" });
  const time = el("div", { class: "wh-time", dir: "ltr" }, bars, range, axis);
  const node = el(
    "footer", { class: data.span.length ? "wh-bar" : "wh-bar wh-dayless" },
    el("div", { class: "wh-controls" }, buttons.node, date, extra),
    time,
  );
  // Sizes are noted when they change: to ask for them in every frame would lay out the page each time.
  let redraw = () => {};
  let sized = false;
  let [drawn, named] = ["", ""];
  const label = (/** @type {Object<string, string>} */ words) => {
    range.setAttribute("aria-label", words.day);
    bars.title = words.changes;
    buttons.update(words);
  };
  new ResizeObserver(() => {
    [drawn, sized] = ["", true];
    redraw();
  }).observe(bars);
  const update = (/** @type {Object<string, string>} */ words, /** @type {string} */ ink) => {
    const day = iso(clock.day());
    range.value = String(clock.day());
    range.setAttribute("aria-valuetext", day);
    date.textContent = data.span.length ? day : dayless(data, words);
    const key = `${words.day} ${player.on()}`;
    if (key !== named) label(words);
    named = key;
    redraw = () => {
      const key = `${clock.known()} ${ink}`;
      if (key === drawn || !sized) return;
      drawn = key;
      drawBars(bars, data, clock, ink);
      drawAxis(axis, clock);
    };
    redraw();
  };
  return { node, extra, time, update, toggle: player.toggle, range, play: () => player };
}

/** The three buttons: to the change before, play, to the change after. */
function buttonsOf(data, clock, player) {
  const button = (/** @type {string} */ path, /** @type {() => void} */ act) => el("button", { type: "button", class: "wh-step", onclick: act }, icon(path));
  const earlier = button(ICONS.earlier, () => clock.set(changeBefore(data, clock)));
  const later = button(ICONS.later, () => clock.set(changeAfter(data, clock)));
  const play = button(ICONS.play, () => player.toggle());
  let playing = false;
  const update = (/** @type {Object<string, string>} */ words) => {
    name(earlier, words.earlier);
    name(later, words.later);
    name(play, player.on() ? words.pause : words.play);
    if (player.on() !== playing) refill(play, icon(player.on() ? ICONS.pause : ICONS.play));
    playing = player.on();
  };
  return { node: el("span", { class: "wh-buttons", dir: "ltr" }, earlier, play, later), update };
}

/** @param {HTMLElement} button @param {string} text */
function name(button, text) {
  button.setAttribute("aria-label", text);
  button.title = text;
}

/** @param {HTMLCanvasElement} bars @param {Clock} clock @param {PointerEvent} event */
function dayAt(bars, clock, event) {
  const box = bars.getBoundingClientRect();
  return clock.first + Math.round(((event.clientX - box.left) / box.width) * (clock.last - clock.first));
}

/** @param {import("./payload.js").Data} data @param {Clock} clock @returns {number[]} days of the slider on which something begins, sorted */
function changeDays(data, clock) {
  const { from, knownFrom, knownTo } = data.rows;
  const known = clock.known();
  const days = new Set();
  from.forEach((day, row) => knownFrom[row] <= known && known < knownTo[row] && days.add(day + data.start));
  return [...days].filter((day) => day >= clock.first && day <= clock.last).sort((a, b) => a - b);
}

/** @param {import("./payload.js").Data} data @param {Clock} clock */
function changeBefore(data, clock) {
  return changeDays(data, clock).findLast((day) => day < clock.day()) ?? clock.first;
}

/** @param {import("./payload.js").Data} data @param {Clock} clock */
function changeAfter(data, clock) {
  return changeDays(data, clock).find((day) => day > clock.day()) ?? clock.last;
}

/** Plays from the day shown to the last one. @param {Clock} clock */
function playerOf(clock) {
  let frame = 0;
  let exact = 0;
  const perMs = Math.max((clock.last - clock.first) / SECONDS_FOR_ALL, 4) / 1000;
  const stop = () => {
    cancelAnimationFrame(frame);
    frame = 0;
  };
  const go = (/** @type {number} */ before) => (/** @type {number} */ now) => {
    exact = Math.min(exact + (now - before) * perMs, clock.last);
    frame = exact < clock.last ? requestAnimationFrame(go(now)) : 0;
    clock.set(Math.floor(exact));
  };
  const start = () => {
    exact = clock.day() >= clock.last ? clock.first : clock.day();
    frame = requestAnimationFrame((now) => {
      frame = requestAnimationFrame(go(now));
    });
    clock.set(Math.floor(exact));
  };
  return {
    on: () => frame !== 0,
    stop,
    toggle: () => {
      if (!frame) return start();
      stop();
      return clock.set(clock.day());
    },
  };
}

/** @param {HTMLCanvasElement} canvas @param {import("./payload.js").Data} data @param {Clock} clock @param {string} ink */
function drawBars(canvas, data, clock, ink) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight];
  if (!width) return;
  const ratio = Math.min(window.devicePixelRatio || 1, 2);
  Object.assign(canvas, { width: width * ratio, height: height * ratio });
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  context.scale(ratio, ratio);
  const bins = Math.max(Math.min(Math.floor(width / 6), clock.last - clock.first + 1), 1);
  const columns = histogram(data, clock.first - data.start, clock.last - data.start, bins, clock.known());
  const totals = columns.map((counts) => counts.reduce((sum, count) => sum + count, 0));
  const top = Math.sqrt(Math.max(...totals, 1));
  const colours = [...data.actors.map((actor) => actor.colour), "#8a8a8a"];
  columns.forEach((counts, bin) => {
    const scale = ((Math.sqrt(totals[bin]) / top) * (height - 2)) / Math.max(totals[bin], 1);
    let y = height;
    counts.forEach((count, actor) => {
      context.fillStyle = colours[actor];
      context.fillRect((bin * width) / bins, y - count * scale, Math.max(width / bins - 1, 1), count * scale);
      y -= count * scale;
    });
  });
  context.fillStyle = ink;
  context.fillRect(0, height - 1, width, 1);
}

/** @param {HTMLElement} axis @param {Clock} clock */
function drawAxis(axis, clock) {
  const width = axis.clientWidth;
  const marks = ticks(clock.first, clock.last, width / 80).map(({ day, text }) => {
    const mark = el("span", {}, text);
    const share = (day - clock.first) / Math.max(clock.last - clock.first, 1);
    mark.style.left = `clamp(25px, ${share * 100}%, 100% - 25px)`;
    return mark;
  });
  refill(axis, ...marks);
}

/**
 * What a key does to the day shown; null if nothing.
 * @param {string} key @param {boolean} shift a month instead of a day @param {number} day
 * @param {number} first @param {number} last
 * @returns {?number}
 */
export function dayAfterKey(key, shift, day, first, last) {
  const months = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 1, PageDown: -1 }[key];
  if (key === "Home") return first;
  if (key === "End") return last;
  if (months === undefined) return null;
  const target = shift || key.startsWith("Page") ? addMonths(day, months) : day + months;
  return Math.min(Math.max(target, first), last);
}
