/** What stands beside the map: a place, a list, a comparison, the guide, or the sources. */

import { iso } from "./days.js";
import { el, refill } from "./dom.js";
import { evidenceOf } from "./evidence.js";
import { GUIDE } from "./guide.js";
import { aboutPage, changeTable, limitLines, placeTable, sourceLines } from "./lists.js";
import { placePanel, unplacedList } from "./panel.js";

/** @typedef {import("./app.js").App} App @typedef {Object<string, string>} Words */

/** @param {App} app */
export function asideOf(app) {
  const node = el("div", { class: "wh-content", role: "region", tabindex: 0 });
  const evidence = evidenceOf(app.data);
  let drawn = "";
  let focus = false;

  const show = (/** @type {HTMLElement} */ made) => {
    const before = node.firstElementChild;
    const scrolled = before?.className === made.className ? node.scrollTop : 0;
    refill(node, made);
    node.dataset.open = String(Boolean(app.state.place || app.state.tab));
    if (before) node.scrollTop = scrolled;
    const current = /** @type {?HTMLElement} */ (made.querySelector(".wh-current"));
    if (current?.parentElement) current.parentElement.scrollTop = current.offsetTop - current.parentElement.offsetTop;
    if (focus) made.querySelector("h2")?.focus();
    focus = false;
  };

  /** Draws anew if what it shows has changed; a table waits until the slider rests. */
  const update = async (/** @type {Words} */ words) => {
    const { state } = app;
    const place = app.placeOf(state.place);
    const dated = state.place || state.tab;
    const key = [dated && state.on, state.known, state.place, state.tab, state.against, state.language].join("|");
    if (key === drawn || (app.sliding && state.tab && place < 0)) return;
    drawn = key;
    node.setAttribute("aria-label", words.claims);
    const found = place < 0 ? null : await evidence(place);
    if (key === drawn) show(place < 0 ? page(app, words) : placePanel(app.data, place, app.scene.shown[place], found, readerOf(app, words)));
  };
  return {
    node,
    update,
    focusNext: (/** @type {boolean} */ wanted) => {
      focus = wanted;
    },
  };
}

/** @param {App} app @param {Words} words */
function page(app, words) {
  const { data, state } = app;
  const reader = readerOf(app, words);
  if (state.tab === "places") return listing(app, reader);
  if (state.tab === "compare") return changeTable(data, app.changes ?? [], { ...reader, ...comparing(app) });
  if (state.tab === "about") return aboutPage([GUIDE[state.language] ?? GUIDE.en, ...limitLines(data, words)].join("\n"), sourceLines(data, state.language), words.about, words.sources);
  return sources(data, words, state.language);
}

/** @param {App} app @param {Words} words */
function readerOf(app, words) {
  const { first, last } = app;
  return {
    words,
    language: app.state.language,
    day: app.day(),
    known: app.known(),
    first,
    last,
    setDay: (/** @type {number} */ day) => app.set({ on: iso(Math.min(Math.max(day, first), last)) }),
    close: () => app.close(),
    onOpen: (/** @type {number} */ place) => app.open(place),
  };
}

/** @param {App} app */
function comparing(app) {
  const onDay = (/** @type {?string} */ day) => app.set({ against: day });
  return { on: app.state.on, against: iso(app.against()), first: iso(app.first), last: iso(app.last), onDay };
}

/** @param {App} app @param {ReturnType<typeof readerOf>} reader */
function listing(app, reader) {
  const table = placeTable(app.data, app.scene.shown, reader);
  if (!app.data.unplaced.length) return table;
  const rest = el("div");
  unplacedList(rest, app.data, app.data.unplaced, reader);
  table.append(rest);
  return table;
}

/** Sources and licences, while nothing is opened. @param {import("./payload.js").Data} data @param {Words} words @param {string} language */
function sources(data, words, language) {
  const lines = sourceLines(data, language).map((line) => el("li", {}, el("bdi", { dir: "auto" }, line)));
  const nobody = data.lon.length ? null : el("p", {}, words.empty);
  const limits = limitLines(data, words).map((line) => el("p", { class: "wh-limit" }, line));
  return el("section", { class: "wh-foot" }, nobody, ...limits, el("h2", {}, words.sources), el("ul", {}, ...lines));
}
