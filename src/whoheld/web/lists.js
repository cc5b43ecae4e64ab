/** The map as tables: for readers who cannot use it, and for those who want to copy from it. */

import { iso } from "./days.js";
import { el, foreign, phrase } from "./dom.js";
import { stateLine } from "./legend.js";
import { allNames, placeName } from "./names.js";
import { begins } from "./spans.js";
import { NOTHING, RECAP } from "./states.js";
import { searchKey } from "./text.js";

/** @typedef {import("./payload.js").Data} Data */

const MOST_ROWS = 500;

/** @param {number} shown see states.js @returns {?string} the form of a sign without a row */
export function formOf(shown) {
  if (shown >= 0) return null;
  return shown === NOTHING ? "nothing" : shown === RECAP ? "recap" : "transition";
}

/**
 * Finds places by any of their spellings; those that begin with what is written come first.
 * @param {Data} data @param {string} written @param {number} most
 * @returns {number[]}
 */
export function findPlaces(data, written, most) {
  const key = searchKey(written);
  if (!key) return [];
  const found = [];
  for (let place = 0; place < data.lon.length; place += 1) {
    const keys = allNames(data, place).map(searchKey);
    const rank = keys.some((name) => name === key) ? 0 : keys.some((name) => name.startsWith(key)) ? 1 : keys.some((name) => name.includes(key)) ? 2 : 3;
    if (rank < 3) found.push({ place, rank });
  }
  return found.sort((a, b) => a.rank - b.rank || a.place - b.place).slice(0, most).map(({ place }) => place);
}

function link(data, place, language, onOpen) {
  return el("button", { type: "button", class: "wh-link", onclick: () => onOpen(place) }, foreign(placeName(data, place, language)));
}

function table(heads, rows) {
  const head = el("thead", {}, el("tr", {}, ...heads.map((name) => el("th", { scope: "col" }, name))));
  return el("div", { class: "wh-scroll", tabindex: 0 }, el("table", {}, head, el("tbody", {}, ...rows)));
}

/**
 * Every place that something is said of on the day shown.
 * @param {Data} data @param {Int32Array} shown
 * @param {{language: string, words: Object<string, string>, onOpen: (place: number) => void}} reader
 */
export function placeTable(data, shown, { language, words, onOpen }) {
  const collator = new Intl.Collator(language);
  const name = (/** @type {number} */ place) => placeName(data, place, language);
  const places = Array.from(shown.keys()).filter((place) => shown[place] !== NOTHING);
  const listed = places.sort((a, b) => collator.compare(name(a), name(b))).slice(0, MOST_ROWS);
  const rows = listed.map((place) => {
    const row = Math.max(shown[place], -1);
    const since = row >= 0 ? begins(data, row, words) : "";
    const last = row >= 0 ? iso(data.rows.reported[row] + data.start) : "";
    const state = stateLine(data, row, formOf(shown[place]), language, words);
    return el("tr", {}, el("th", { scope: "row" }, link(data, place, language, onOpen)), el("td", {}, state), el("td", {}, since), el("td", {}, last));
  });
  const more = places.length > MOST_ROWS ? el("p", { class: "wh-note" }, `${MOST_ROWS} / ${places.length}`) : null;
  return el("section", { class: "wh-list" }, el("h2", {}, `${words.places} (${places.length})`), more,
    table([words.place, words.state, words.sinceColumn, words.lastReport], rows));
}

/**
 * What changed between two days.
 * @param {Data} data @param {ReturnType<typeof import("./states.js").changesBetween>} changes
 * @param {{on: string, against: string, first: string, last: string, language: string, words: Object<string, string>, onOpen: (place: number) => void, onDay: (day: ?string) => void}} reader
 */
export function changeTable(data, changes, { on, against, first, last, language, words, onOpen, onDay }) {
  const day = el("input", { type: "date", min: first, max: last, value: against, "aria-label": words.compare });
  day.addEventListener("change", () => onDay(/** @type {HTMLInputElement} */ (day).value || null));
  const state = (/** @type {number} */ shown) => stateLine(data, Math.max(shown, -1), formOf(shown), language, words);
  const rows = changes.slice(0, MOST_ROWS).map(({ place, before, after }) =>
    el("tr", { "data-place": data.places.id[place] }, el("th", { scope: "row" }, link(data, place, language, onOpen)),
      el("td", {}, state(before)), el("td", {}, state(after))));
  return el("section", { class: "wh-compare" },
    el("h2", {}, phrase(words.compareWith, { day: on })), day,
    el("p", { role: "status" }, changes.length ? phrase(words.changed, { n: changes.length }) : words.changedNone),
    rows.length ? table([words.place, `${words.before} (${[on, against].sort()[0]})`, `${words.afterColumn} (${[on, against].sort()[1]})`], rows) : null);
}

/** What the edition leaves out on purpose, a sentence each. @param {Data} data @param {Object<string, string>} words @returns {string[]} */
export function limitLines(data, words) {
  const { until, cell_m: cell, redacted } = data.labels.limits;
  const lines = [until && words.limitUntil.replace("{day}", until), cell && words.limitCell.replace("{km}", String(cell / 1000)), redacted && words.limitRedacted];
  return lines.filter(Boolean);
}

/** @param {string} text a paragraph a line @param {string[]} attribution @param {string} heading @param {string} sources */
export function aboutPage(text, attribution, heading, sources) {
  return el("section", { class: "wh-about" }, el("h2", {}, heading), ...text.split("\n").map((line) => el("p", {}, line)),
    el("h3", {}, sources), el("ul", {}, ...attribution.map((line) => el("li", {}, foreign(line)))));
}

/**
 * The search box with its list of finds.
 * @param {Data} data @param {(place: number) => void} onOpen
 */
export function searchBox(data, onOpen) {
  const input = /** @type {HTMLInputElement} */ (el("input", { type: "search", class: "wh-search", autocomplete: "off", dir: "auto" }));
  const finds = el("ul", { class: "wh-finds", hidden: true });
  const node = el("div", { class: "wh-finder", role: "search" }, input, finds);
  let reader = { language: "en", words: { search: "", noneFound: "" } };
  const open = (/** @type {number} */ place) => {
    input.value = "";
    finds.hidden = true;
    onOpen(place);
  };
  input.addEventListener("input", () => {
    const found = findPlaces(data, input.value, 12);
    finds.hidden = !input.value.trim();
    finds.replaceChildren(...found.map((place) => el("li", {}, link(data, place, reader.language, open))));
    if (!found.length) finds.append(el("li", { role: "status" }, reader.words.noneFound));
  });
  input.addEventListener("keydown", (event) => {
    if (event.key === "Escape") clear(finds, input);
    if (event.key === "Enter" && input.value) findPlaces(data, input.value, 1).forEach(open);
  });
  const update = (/** @type {{language: string, words: any}} */ now) => {
    reader = now;
    input.placeholder = now.words.search;
    input.setAttribute("aria-label", now.words.search);
  };
  return { node, update };
}

function clear(finds, input) {
  finds.hidden = true;
  input.value = "";
}
