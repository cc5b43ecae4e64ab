/** Everything on one place: its names, its intervals, and every report with its words. */

import { claimCard } from "./claims.js";
import { inkOn } from "./colour.js";
import { iso } from "./days.js";
import { el, foreign, phrase, refill } from "./dom.js";
import { stateLine } from "./legend.js";
import { actorName, placeName, shownNames } from "./names.js";
import { actorsOf } from "./signs.js";
import { begins, distance, ends } from "./spans.js";
import { isStale, NOTHING, RECAP, transitionRow } from "./states.js";

/** With more reports than this, those that say nothing of the interval shown are folded away. */
const FEW = 12;

/** @typedef {import("./payload.js").Data} Data */

/**
 * @typedef {object} Reader
 * @property {string} language @property {Object<string, string>} words
 * @property {number} day since data.start @property {number} known since data.start
 * @property {number} first since 1970 @property {number} last
 * @property {(day: number) => void} setDay since 1970
 * @property {() => void} close
 */

/**
 * @param {Data} data @param {number} place @param {number} shown see states.js
 * @param {?import("./evidence.js").Evidence} evidence @param {Reader} reader
 * @returns {HTMLElement}
 */
export function placePanel(data, place, shown, evidence, reader) {
  const { words } = reader;
  const rows = knownRows(data, place, reader.known);
  return el(
    "section", { class: "wh-place", "data-place": data.places.id[place], "aria-labelledby": "wh-place-name" },
    el("button", { type: "button", class: "wh-close", "aria-label": words.close, title: words.close, onclick: reader.close }, "×"),
    title(data, place, reader),
    now(data, shown, reader),
    strip(data, rows, reader),
    intervals(data, rows, shown, reader),
    location(data, place, reader),
    ...reports(data, place, shown, evidence, reader),
  );
}

function knownRows(data, place, known) {
  const { knownFrom, knownTo } = data.rows;
  const all = Array.from({ length: data.first[place + 1] - data.first[place] }, (_, i) => data.first[place] + i);
  return all.filter((row) => knownFrom[row] <= known && known < knownTo[row]);
}

function title(data, place, { language }) {
  const shown = placeName(data, place, language);
  const others = shownNames(data, place).filter((name) => name !== shown);
  const more = others.flatMap((name, i) => (i ? [" · ", foreign(name)] : [foreign(name)]));
  return el("header", {}, el("h2", { id: "wh-place-name", tabindex: -1 }, foreign(shown)), el("p", { class: "wh-names" }, ...more));
}

/** What is said of the day shown. */
function now(data, shown, { day, language, words }) {
  const form = shown === NOTHING ? "nothing" : shown === RECAP ? "recap" : transitionRow(shown) >= 0 ? "transition" : null;
  const line = el("p", { class: "wh-now" }, el("strong", {}, stateLine(data, Math.max(shown, -1), form, language, words)));
  if (shown < 0) return line;
  line.append(" · ", phrase(words.reported, { day: iso(data.rows.reported[shown] + data.start) }));
  line.append(" · ", phrase(words.independent, { n: data.rows.independent[shown] }));
  const extent = data.extents[data.rows.extent[shown]];
  if (extent !== "whole") line.append(" · ", words[extent]);
  if (isStale(data, shown, day)) line.append(" · ", words.stale.replace("{days}", String(data.stale)));
  return line;
}

/** The intervals side by side; the line is the day shown. */
function strip(data, rows, { first, last, day }) {
  const at = (/** @type {number} */ value) => Math.min(Math.max((value + data.start - first) / Math.max(last - first + 1, 1), 0), 1) * 100;
  const made = el("div", { class: "wh-strip", dir: "ltr", "aria-hidden": "true" });
  const put = (/** @type {string} */ kind, /** @type {number} */ from, /** @type {number} */ to) => {
    const piece = el("span", { class: kind });
    Object.assign(piece.style, { left: `${at(from)}%`, width: `${Math.max(at(to) - at(from), 0.4)}%` });
    made.append(piece);
    return piece;
  };
  for (const row of rows) put("wh-fuzzy", data.rows.earliest[row], data.rows.latest[row]);
  for (const row of rows) {
    const colours = actorsOf(data, row).map((actor) => data.actors[actor].colour);
    const piece = put(`wh-core wh-core-${data.statuses[data.rows.status[row]]}`, data.rows.from[row], data.rows.to[row]);
    piece.style.backgroundColor = colours[0] ?? "#8a8a8a";
    if (colours[1]) piece.style.borderBlockEnd = `7px solid ${colours[1]}`;
  }
  put("wh-cursor", day, day).style.width = "2px";
  return made;
}

function intervals(data, rows, shown, { language, words, setDay }) {
  const items = [...rows].sort((a, b) => data.rows.from[a] - data.rows.from[b]).map((row) => {
    const colour = data.actors[actorsOf(data, row)[0]]?.colour ?? "#8a8a8a";
    const named = actorsOf(data, row).map((actor) => actorName(data, actor, language)).join(" / ");
    const chip = el("span", { class: "wh-chip" }, named ? foreign(named) : words.nobody);
    Object.assign(chip.style, { backgroundColor: colour, color: inkOn(colour) });
    const go = el("button", { type: "button", class: "wh-go", onclick: () => setDay(data.rows.from[row] + data.start) });
    go.append(phrase(words.span, { start: begins(data, row, words), end: ends(data, row, words) }));
    return el("li", { class: row === shown ? "wh-current" : "" }, chip, " ", words[data.statuses[data.rows.status[row]]], el("br"), go);
  });
  return el("ol", { class: "wh-intervals", "aria-label": words.intervals }, ...items);
}

function location(data, place, { words }) {
  const text = phrase(words.precision, { distance: distance(data.precision[place], words) });
  return el("p", { class: "wh-location" }, text, " · ", foreign(data.sources[data.source[place]]));
}

function reports(data, place, shown, evidence, reader) {
  const { words } = reader;
  if (!evidence) return [el("p", {}, words.noEvidence)];
  const [support, against] = shown >= 0 ? evidence.rows[shown - data.first[place]] : [[], []];
  const start = iso(reader.known + data.start);
  const everything = reader.known > 900000;
  const role = (/** @type {number} */ i) => (support.includes(i) ? "supports" : against.includes(i) ? "against" : null);
  const cards = evidence.claims.map((claim, i) => ({ claim, role: role(i) }));
  const visible = cards.filter(({ claim }) => everything || (claim.public && claim.public <= start));
  const hidden = cards.length - visible.length;
  const notes = [
    ...(against.length ? [el("p", { class: "wh-contradicted" }, phrase(words.contradicted, { n: against.length }))] : []),
    ...(hidden ? [el("p", { class: "wh-note" }, phrase(words.later2, { n: hidden }))] : []),
  ];
  const groups = [["supports", words.forIt], ["against", words.againstIt], [null, words.otherReports]].map(([kind, heading]) => {
    const found = visible.filter((card) => card.role === kind);
    return found.length ? group(`${heading} (${found.length})`, kind !== null || visible.length <= FEW, found.map((card) => claimCard(data, card.claim, reader, kind))) : null;
  });
  return [el("h3", {}, `${words.claims} (${visible.length})`), ...notes, ...groups];
}

/** @param {string} heading @param {boolean} open @param {HTMLElement[]} cards */
function group(heading, open, cards) {
  return el("details", { class: "wh-group", open }, el("summary", {}, heading), ...cards);
}

/** @param {HTMLElement} holder @param {Data} data @param {import("./evidence.js").Claim[]} unplaced @param {Reader} reader */
export function unplacedList(holder, data, unplaced, reader) {
  const items = unplaced.map((claim) =>
    el("li", {}, el("h3", {}, foreign(claim.named)), el("p", {}, foreign(claim.reason?.[reader.language] ?? claim.reason?.en ?? "")), claimCard(data, claim, reader, null)));
  refill(holder, el("h2", {}, `${reader.words.unplaced} (${items.length})`), el("p", {}, reader.words.unplacedNote), el("ul", { class: "wh-unplaced" }, ...items));
}
