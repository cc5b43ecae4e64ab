/** The map as tables: for readers who cannot use it, and for those who want to copy from it. */

import { iso } from "./days.js";
import { el, foreign, phrase, refill } from "./dom.js";
import { shortState } from "./legend.js";
import { allNames, placeName } from "./names.js";
import { begins } from "./spans.js";
import { NOTHING, RECAP } from "./states.js";
import { searchKey } from "./text.js";

/** @typedef {import("./payload.js").Data} Data */

const ROWS_AT_ONCE = 200;
const SUMMARY_ROWS = 6;

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

/**
 * A table of which the rows are made as they are asked for.
 * @template T
 * @param {(string|Node)[]} heads @param {T[]} items @param {(item: T) => HTMLElement} row @param {Object<string, string>} words
 */
function table(heads, items, row, words) {
  const body = el("tbody");
  const more = el("button", { type: "button", class: "wh-rest" });
  const add = () => {
    body.append(...items.slice(body.children.length, body.children.length + ROWS_AT_ONCE).map(row));
    more.hidden = body.children.length === items.length;
    refill(more, phrase(words.more, { n: Math.min(items.length - body.children.length, ROWS_AT_ONCE) }));
  };
  more.addEventListener("click", () => {
    const next = body.children.length;
    add();
    body.children[next].querySelector("button")?.focus();
  });
  add();
  const head = el("thead", {}, el("tr", {}, ...heads.map((name) => el("th", { scope: "col" }, name))));
  return el("div", { class: "wh-scroll", tabindex: 0 }, el("table", {}, head, body), more);
}

/**
 * Every place that something is said of on the day shown.
 * @param {Data} data @param {Int32Array} shown
 * @param {{language: string, words: Object<string, string>, onOpen: (place: number) => void}} reader
 */
export function placeTable(data, shown, { language, words, onOpen }) {
  const collator = new Intl.Collator(language);
  const names = new Map(Array.from(shown.keys()).filter((place) => shown[place] !== NOTHING).map((place) => [place, placeName(data, place, language)]));
  const places = [...names.keys()].sort((a, b) => collator.compare(names.get(a) ?? "", names.get(b) ?? ""));
  const row = (/** @type {number} */ place) => {
    const state = el("td", {}, shortState(data, shown[place], formOf(shown[place]), language, words));
    const note = el("span", { class: "wh-note" });
    if (shown[place] >= 0) note.append(begins(data, shown[place], words), " · ", phrase(words.reported, { day: iso(data.rows.reported[shown[place]] + data.start) }));
    state.append(el("br"), note);
    return el("tr", {}, el("th", { scope: "row" }, link(data, place, language, onOpen)), state);
  };
  return el("section", { class: "wh-list" }, el("h2", {}, `${words.places} (${places.length})`), table([words.place, words.state], places, row, words));
}

/**
 * What changed between two days: how often which state followed which, then place by place.
 * @param {Data} data @param {ReturnType<typeof import("./states.js").changesBetween>} changes
 * @param {{on: string, against: string, first: string, last: string, language: string, words: Object<string, string>, onOpen: (place: number) => void, onDay: (day: ?string) => void}} reader
 */
export function changeTable(data, changes, { on, against, first, last, language, words, onOpen, onDay }) {
  const day = el("input", { type: "date", min: first, max: last, value: against, "aria-label": words.compare });
  day.addEventListener("change", () => onDay(/** @type {HTMLInputElement} */ (day).value || null));
  const state = (/** @type {number} */ shown) => shortState(data, shown, formOf(shown), language, words);
  const row = (/** @type {typeof changes[number]} */ { place, before, after }) =>
    el("tr", { "data-place": data.places.id[place] }, el("th", { scope: "row" }, link(data, place, language, onOpen)),
      el("td", {}, state(before)), el("td", {}, state(after)));
  const [early, late] = [on, against].sort();
  const heads = [words.place, phrase(`${words.before} {day}`, { day: early }), phrase(`${words.afterColumn} {day}`, { day: late })];
  return el("section", { class: "wh-compare" },
    el("h2", {}, phrase(words.compareWith, { day: on })), day,
    el("p", { role: "status" }, changes.length ? phrase(words.changed, { n: changes.length }) : words.changedNone),
    changes.length ? summary(changes.map(({ before, after }) => [state(before), state(after)])) : null,
    changes.length ? table(heads, changes, row, words) : null);
}

/** Which state followed which, the most frequent first. @param {string[][]} pairs before and after */
function summary(pairs) {
  const counts = new Map();
  for (const pair of pairs) counts.set(pair.join("\n"), (counts.get(pair.join("\n")) ?? 0) + 1);
  const most = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, SUMMARY_ROWS);
  return el("ul", { class: "wh-summary" }, ...most.map(([pair, count]) => {
    const [before, after] = pair.split("\n");
    return el("li", {}, el("bdi", {}, before), " → ", el("bdi", {}, after), el("span", { class: "wh-count" }, String(count)));
  }));
}

/** What the edition leaves out on purpose, a sentence each. @param {Data} data @param {Object<string, string>} words @returns {string[]} */
export function limitLines(data, words) {
  const { until, cell_m: cell, redacted } = data.labels.limits;
  const lines = [until && words.limitUntil.replace("{day}", until), cell && words.limitCell.replace("{km}", String(cell / 1000)), redacted && words.limitRedacted];
  return lines.flatMap((line) => (typeof line === "string" && line ? [line] : []));
}

/** What stands instead of a day where no report gives one. @param {Data} data @param {Object<string, string>} words */
export function dayless(data, words) {
  return data.lon.length ? words.dayless : words.empty;
}

/** Sources and licences. @param {import("./payload.js").Data} data @param {string} language */
export function sourceLines(data, language) {
  return data.labels.attribution[language] ?? data.labels.attribution.en;
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
