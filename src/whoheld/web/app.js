/** Puts the map together: keeps the state, and shows it in every part. */

import { areaLayer, REACH_M } from "./areas.js";
import { asideOf } from "./aside.js";
import { baseLayer } from "./basemap.js";
import { mostOf } from "./bounds.js";
import { fromIso, iso } from "./days.js";
import { el, phrase, refill } from "./dom.js";
import { header } from "./header.js";
import { knownHandle } from "./known.js";
import { legend } from "./legend.js";
import { searchBox } from "./lists.js";
import { paced, rested, whenIdle } from "./pace.js";
import { pointing } from "./pointing.js";
import { pointLayer } from "./points.js";
import { printing } from "./print.js";
import { sceneOf } from "./scene.js";
import { inksOf, shell } from "./shell.js";
import { countSigns, signsOf } from "./signs.js";
import { distance } from "./spans.js";
import { changesBetween, EVERYTHING, statesAt } from "./states.js";
import { store } from "./store.js";
import { dayAfterKey, timebar } from "./timebar.js";
import { readersLanguage, wordsOf } from "./words.js";

const SPARE_PLACE_PX = 40;
const CLOSEST_ZOOM = 11;
/** So long after its last step the slider counts as resting. */
const REST_MS = 150;
/** What stands around the map follows a moving slider so often. */
const PACE_MS = 150;

/** The page at work. */
export class App {
  /** @param {any} map of Leaflet @param {import("./payload.js").Data} data */
  constructor(map, data) {
    this.map = map;
    this.data = data;
    this.frame = 0;
    this.moved = false;
    this.sliding = false;
    this.dressed = "";
    this.darkness = window.matchMedia("(prefers-color-scheme: dark)");
    /** @type {?Map<string, number>} */
    this.numbers = null;
    /** @type {?ReturnType<typeof changesBetween>} */
    this.changes = null;
    this.first = fromIso(data.span[0] ?? "") ?? data.start;
    this.last = fromIso(data.span[1] ?? "") ?? data.start;
    this.signs = signsOf(data);
    this.scene = sceneOf(data, this.signs, this.first - data.start, this.last - data.start);
    this.pace = paced(() => this.surround(), PACE_MS);
    this.rest = rested(() => this.settle(), REST_MS);
    this.build();
    this.draw();
    this.update();
    this.fit();
    this.listen();
    this.prepare();
  }

  /** The parts around the map. */
  build() {
    const { data, map } = this;
    this.aside = asideOf(this);
    this.legend = legend(data, (actor) => this.switchActor(actor), window.matchMedia("(width >= 760px)").matches);
    this.search = searchBox(data, (place) => this.open(place));
    this.head = header(data.labels, this.search.node, {
      tab: (name) => this.set({ tab: this.state.tab === name ? null : name, place: null }),
      theme: () => this.set({ theme: this.dark() ? "light" : "dark" }),
      areas: () => this.set({ areas: !this.state.areas }),
      language: () => this.set({ language: this.state.language === "ar" ? "en" : "ar" }),
    });
    const set = (/** @type {number} */ day) => this.set({ on: iso(day) }, day);
    this.bar = timebar(data, { first: this.first, last: this.last, day: () => this.day() + data.start, set, known: () => this.known() });
    this.handle = knownHandle({ first: this.first, last: this.last }, (known) => this.set({ known }), () => this.state.on);
    this.bar.extra.append(this.handle.node);
    this.bar.time.append(this.handle.range);
    this.estimate = el("p", { class: "wh-estimate", hidden: true });
    map.getContainer().append(this.estimate);
    this.colophon = printing(this);
    const side = el("aside", { class: "wh-side" }, this.legend.node, this.aside.node, this.colophon.node);
    const placed = shell(map, { head: this.head.node, side, bar: this.bar.node });
    this.node = placed.node;
    this.whole = placed.whole;
    this.store = store(this.usual(), this.whole, () => this.schedule());
  }

  /** @returns {import("./hash.js").State} the state of a page that nobody has touched */
  usual() {
    const { areas } = this.data.labels;
    const language = this.data.labels.language ?? readersLanguage(navigator.languages);
    return { on: iso(this.last), known: null, place: null, against: null, off: [], language, tab: null, areas, theme: null, view: null };
  }

  get state() {
    return this.store.get();
  }

  /** @param {Partial<import("./hash.js").State>} patch @param {number} [day] what to refuse beyond the ends */
  set(patch, day) {
    if (day !== undefined && (day < this.first || day > this.last)) return;
    if (day !== undefined) {
      this.sliding = true;
      this.rest();
    }
    this.store.set(patch);
    if (day !== undefined) this.schedule();
  }

  /** @param {?string} id @returns {number} of a place, -1 if there is none */
  placeOf(id) {
    if (!id) return -1;
    this.numbers ??= new Map(this.data.places.id.map((known, place) => [known, place]));
    return this.numbers.get(id) ?? -1;
  }

  /** @returns {number} since data.start */
  day() {
    const day = fromIso(this.state.on ?? "") ?? this.last;
    return Math.min(Math.max(day, this.first), this.last) - this.data.start;
  }

  /** @returns {number} since data.start */
  known() {
    const day = fromIso(this.state.known ?? "");
    return day === null ? EVERYTHING : day - this.data.start;
  }

  /** @returns {number} the day that is compared with, since 1970; the first one until another is chosen */
  against() {
    return fromIso(this.state.against ?? "") ?? this.first;
  }

  dark() {
    const system = this.darkness.matches ? "dark" : "light";
    return (this.whole ? this.state.theme ?? system : this.state.theme) === "dark";
  }

  /** @param {number} actor */
  switchActor(actor) {
    const { id } = this.data.actors[actor];
    const off = this.state.off.includes(id) ? this.state.off.filter((other) => other !== id) : [...this.state.off, id];
    this.set({ off });
  }

  /** The layers of the map. */
  draw() {
    const { data, map } = this;
    const { tiles } = data.labels;
    if (tiles) L.tileLayer(tiles).addTo(map);
    if (this.whole) L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
    this.base = baseLayer(data, (name) => inksOf(this.node).ink(name));
    this.areas = areaLayer(data, this.signs, () => this.showing());
    this.points = pointLayer(data, this.signs, () => this.showing());
  }

  /** @returns {import("./points.js").Showing} */
  showing() {
    const { state, data } = this;
    const off = new Set(state.off.map((id) => data.actors.findIndex((actor) => actor.id === id)));
    const marked = new Set((this.changes ?? []).map(({ place }) => place));
    return { ...this.scene, off, selected: this.placeOf(state.place), marked, language: state.language, inks: this.inks };
  }

  /** Show the places that something was reported of, or the view that the address names. */
  fit() {
    const { data, map } = this;
    map.invalidateSize();
    const view = (this.state.view ?? "").split("/").map(Number);
    if (!this.whole) this.moved = false;
    else if (view.length === 3 && view.every(Number.isFinite)) map.setView([view[1], view[2]], view[0]);
    else if (data.lon.length) {
      const spoken = (/** @type {number} */ place) => data.first[place + 1] > data.first[place] && !data.admin[place];
      const [lat, lon] = [data.lat, data.lon].map((degrees) => degrees.filter((_, place) => spoken(place)));
      map.fitBounds(lat.length ? mostOf(lat, lon) : mostOf(data.lat, data.lon), { padding: [SPARE_PLACE_PX, SPARE_PLACE_PX], maxZoom: CLOSEST_ZOOM, animate: false });
    } else map.setView([30, 40], 3);
    if (data.lines.length) this.base.addTo(map);
    this.points.addTo(map);
    this.schedule();
  }

  listen() {
    const { map } = this;
    pointing(this);
    map.on("moveend", () => {
      const { lat, lng } = map.getCenter();
      if (this.moved && this.whole) this.set({ view: `${map.getZoom()}/${lat.toFixed(3)}/${lng.toFixed(3)}` });
      this.prepare();
    });
    map.on("dragstart zoomstart", () => {
      this.moved = true;
    });
    if (this.whole) document.addEventListener("keydown", (event) => this.onKey(event));
    new ResizeObserver(() => {
      map.invalidateSize({ animate: false });
      const place = this.placeOf(this.state.place);
      if (place >= 0 && this.whole) this.reveal(place);
      this.schedule();
    }).observe(map.getContainer());
    this.darkness.addEventListener("change", () => this.schedule());
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const onSlider = target === this.bar.range;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && (this.state.place || this.state.tab)) return this.close();
    if (!onSlider && target.closest("input, select, textarea, button, a, summary, .leaflet-container, [tabindex='0']")) return;
    if (event.key === " ") {
      event.preventDefault();
      this.bar.toggle();
      return;
    }
    const day = dayAfterKey(event.key, event.shiftKey, this.day() + this.data.start, this.first, this.last);
    if (day === null) return;
    event.preventDefault();
    this.set({ on: iso(day) }, day);
  }

  /** @param {number} place @param {boolean} [move] whether to bring it into view */
  open(place, move = true) {
    this.set({ place: this.data.places.id[place] });
    if (move) this.reveal(place);
    this.aside.focusNext(move);
  }

  /** @param {number} place */
  reveal(place) {
    const at = [this.data.lat[place], this.data.lon[place]];
    if (!this.map.getBounds().pad(-0.05).contains(at)) this.map.panTo(at, { animate: false });
  }

  /** The place first, then what was open beside it. */
  close() {
    this.set(this.state.place ? { place: null } : { tab: null });
    this.bar.range.focus({ preventScroll: true });
  }

  /** Once a frame at most. */
  schedule() {
    if (!this.frame) {
      this.frame = requestAnimationFrame(() => {
        this.frame = 0;
        this.update();
      });
    }
  }

  recompute() {
    const { data, state } = this;
    const { shown } = this.scene;
    this.scene.move(this.day(), this.known());
    this.changes = null;
    if (state.tab !== "compare") return;
    const other = statesAt(data, this.against() - data.start, this.known(), new Int32Array(shown.length));
    const [before, after] = this.day() + data.start < this.against() ? [shown, other] : [other, shown];
    this.changes = changesBetween(data, before, after);
  }

  setTheme() {
    const theme = this.dark() ? "dark" : "light";
    if (this.node.dataset.theme === theme) return;
    this.node.dataset.theme = theme;
    this.inks = inksOf(this.node).inks;
    this.base.repaint();
  }

  /** Makes what a step of the slider needs, before the first one. */
  prepare() {
    whenIdle(() => {
      this.scene.prepare();
      this.points.prepare();
    });
  }

  /** Everything as the state has it; of what stands around the map, a moving slider changes only the day at once. */
  update() {
    const words = wordsOf(this.state.language);
    this.setTheme();
    this.dress(words);
    this.recompute();
    this.points.repaint();
    this.showAreas();
    this.bar.update(words, this.inks.grey);
    if (this.sliding) this.pace();
    else this.surround();
  }

  /** The slider rests. */
  settle() {
    this.sliding = false;
    this.schedule();
  }

  /** Figures and reports of the day shown. */
  surround() {
    const { data, state } = this;
    const words = wordsOf(state.language);
    const counts = countSigns(data, this.signs.list, this.scene.signed);
    this.legend.update({ counts, off: this.showing().off, language: state.language, words, inks: this.inks });
    this.aside.update(words);
    if (!this.sliding) this.colophon.update(words);
  }

  /** What the day shown does not change. @param {Object<string, string>} words */
  dress(words) {
    const { data, state } = this;
    const { on, place, ...rest } = state;
    const key = `${JSON.stringify(rest)} ${this.dark()}`;
    if (key === this.dressed) return;
    this.dressed = key;
    this.node.lang = state.language;
    this.node.dir = state.language === "ar" ? "rtl" : "ltr";
    this.head.update(state, words, this.dark());
    this.search.update({ language: state.language, words });
    this.handle.update(fromIso(state.known ?? "") === null ? null : state.known, words);
    if (this.whole) document.title = data.labels.title[state.language] ?? data.labels.title.en ?? "whoheld";
    this.map.getContainer().setAttribute("aria-label", words.map);
    this.estimate.hidden = !state.areas;
    refill(this.estimate, phrase(words.nearest, { distance: distance(REACH_M, words) }));
  }

  showAreas() {
    const { areas } = this.state;
    if (areas !== this.map.hasLayer(this.areas) && this.map._loaded) {
      if (areas) this.areas.addTo(this.map).getPane().prepend(this.areas._container);
      else this.areas.remove();
    } else if (areas) this.areas.repaint();
  }

  /** @param {string} id of a place @returns {{x: number, y: number}} where on the screen it is drawn */
  pixelOf(id) {
    const { x, y } = this.points.pixelOf(Math.max(this.placeOf(id), 0));
    const box = this.map.getContainer().getBoundingClientRect();
    const { x: px, y: py } = this.map.layerPointToContainerPoint([x, y]);
    return { x: box.left + px, y: box.top + py };
  }
}
