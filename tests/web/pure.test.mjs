import assert from "node:assert/strict";
import { test } from "node:test";

import { mostOf } from "../../src/whoheld/web/bounds.js";
import { inkOn, luminance, mix } from "../../src/whoheld/web/colour.js";
import { coverOf, paintAll, paintSome } from "../../src/whoheld/web/cover.js";
import { addMonths, fromIso, iso, ticks } from "../../src/whoheld/web/days.js";
import { chunkOf } from "../../src/whoheld/web/evidence.js";
import { GUIDE } from "../../src/whoheld/web/guide.js";
import { fromHash, toHash } from "../../src/whoheld/web/hash.js";
import { fitting } from "../../src/whoheld/web/labels.js";
import { nearestPoints } from "../../src/whoheld/web/nearest.js";
import { column } from "../../src/whoheld/web/payload.js";
import { precisionInPixels } from "../../src/whoheld/web/points.js";
import { sceneOf } from "../../src/whoheld/web/scene.js";
import { signsOf } from "../../src/whoheld/web/signs.js";
import { offsetsOf, pixelAt } from "../../src/whoheld/web/stamps.js";
import { statesAt } from "../../src/whoheld/web/states.js";
import { cutOut, pieces, searchKey, utf16, webLink } from "../../src/whoheld/web/text.js";
import { dayAfterKey } from "../../src/whoheld/web/timebar.js";
import { WORDS } from "../../src/whoheld/web/words.js";

test("a day and its text are one another's inverse", () => {
  for (const day of [-1, 0, 11016, 17917, 20000]) assert.equal(fromIso(iso(day)), day);
  assert.equal(iso(17917), "2019-01-21");
});

test("what is no day is none", () => {
  for (const text of ["", "2019", "2019-02-30", "2019-13-01", "x", "2019-01-01T00:00"]) assert.equal(fromIso(text), null);
});

test("a month on is the same day, or the last of a shorter month", () => {
  assert.equal(iso(addMonths(fromIso("2019-01-31"), 1)), "2019-02-28");
  assert.equal(iso(addMonths(fromIso("2019-01-15"), -2)), "2018-11-15");
});

test("ticks are round, inside, and not too many", () => {
  const [first, last] = [fromIso("2014-03-09"), fromIso("2019-07-01")];
  const found = ticks(first, last, 8);
  assert.ok(found.length >= 4 && found.length <= 8);
  assert.ok(found.every(({ day }) => day >= first && day <= last && iso(day).endsWith("-01")));
});

test("the years below 100 are not those of the last century", () => {
  const first = fromIso("0001-01-01");
  assert.equal(iso(addMonths(first, 15)), "0002-04-01");
  assert.equal(iso(addMonths(fromIso("0100-03-31"), -13)), "0099-02-28");
  const found = ticks(first, fromIso("2019-07-01"), 8);
  assert.ok(found.length >= 3 && found.length <= 8);
  assert.ok(found.every(({ day, text }) => day >= first && iso(day).slice(0, 4) === text));
});

test("keys stop at both ends", () => {
  assert.equal(dayAfterKey("ArrowRight", false, 10, 0, 10), 10);
  assert.equal(dayAfterKey("ArrowLeft", true, 10, 0, 100), 0);
  assert.equal(dayAfterKey("Home", false, 10, 3, 100), 3);
  assert.equal(dayAfterKey("x", false, 10, 3, 100), null);
});

test("code points become UTF-16 units", () => {
  assert.equal(utf16("a🌍b", 2), 3);
  assert.deepEqual(cutOut("a🌍هجين!", 2, 6), ["a🌍", "هجين", "!"]);
  assert.deepEqual(cutOut("abc", 2, 2), ["abc", "", ""]);
  assert.deepEqual(cutOut("abc", -1, 2), ["abc", "", ""]);
});

test("pieces put together are the text", () => {
  for (const text of ["", "abc", "\u202eevil\u202c", "\u200f\u200f", "ا\u2066ب\u2069"]) {
    assert.equal(pieces(text).map((piece) => piece.text).join(""), text);
  }
  assert.deepEqual(pieces("a\u202eb").map((piece) => piece.control), [null, "RLO", null]);
});

test("only the web is linked to", () => {
  const good = ["http://example.org", "https://example.org/a?b#c", "https://example.org/@name/1"];
  const bad = ["javascript:alert(1)", "data:text/html,x", "//example.org", "https://a@example.org", "https://ex ample.org", "", null, "https:\\\\x"];
  for (const url of good) assert.equal(webLink(url), url);
  for (const url of bad) assert.equal(webLink(url), null);
});

test("spellings that differ in marks, case and form of letters are found", () => {
  assert.equal(searchKey("Ash-Sha'fah"), searchKey("ash shafah"));
  assert.equal(searchKey("الشعفة"), searchKey("الشَّعفه"));
  assert.equal(searchKey("Ёлкино"), searchKey("елкино"));
});

test("the state of the page survives its address", () => {
  const usual = { on: "2019-01-21", known: null, place: null, off: [], areas: false, language: "en" };
  const state = { ...usual, on: "2018-12-01", place: "syria:hajin", off: ["A,B".slice(0, 1), "é&="], areas: true };
  assert.deepEqual(fromHash(`#${toHash(state, usual)}`, usual), state);
  assert.equal(toHash(usual, usual), "");
  assert.deepEqual(fromHash("#nonsense=1&on=2018-01-01", usual), { ...usual, on: "2018-01-01" });
});

test("what is usual can be switched off by the address", () => {
  const usual = { areas: true, off: ["A"] };
  assert.deepEqual(fromHash(`#${toHash({ areas: false, off: [] }, usual)}`, usual), { areas: false, off: [] });
});

test("columns keep their sign at every width", () => {
  assert.deepEqual([...column(Uint8Array.of(255, 1), { offset: 0, count: 2, width: 1 })], [-1, 1]);
  assert.deepEqual([...column(Uint8Array.of(254, 0, 255, 1), { offset: 0, count: 2, width: 2 })], [-2, 256]);
  for (const width of [1, 2, 4]) assert.equal(column(Uint8Array.of(7), { offset: 1, count: 0, width }).length, 0);
  assert.deepEqual([...column(Uint8Array.of(9, 0, 0, 0, 128), { offset: 1, count: 1, width: 4 })], [-2147483648]);
});

test("chunks are found by place", () => {
  const chunks = [[2, 0, 9], [3, 9, 9]];
  assert.deepEqual(chunkOf(chunks, 1), { chunk: 0, index: 1 });
  assert.deepEqual(chunkOf(chunks, 2), { chunk: 1, index: 0 });
  assert.equal(chunkOf(chunks, 5).chunk, -1);
});

test("labels that fit do not touch", () => {
  const labels = Array.from({ length: 40 }, (_, i) => ({ x: (i * 97) % 400, y: (i * 53) % 300, width: 30, gap: 8 }));
  const edges = { left: 20, top: 10, right: 380, bottom: 290 };
  const placed = fitting(labels, 14, 30, labels, 5, edges);
  assert.ok(placed.length > 3);
  for (const a of placed) {
    const inside = a.left >= 20 && a.left + 30 <= 380;
    assert.ok(inside || a.left + 30 <= 20 || a.left >= 380);
    for (const b of placed) {
      if (a === b) continue;
      const apart = a.left >= b.left + b.width || b.left >= a.left + a.width || a.top >= b.top + 14 || b.top >= a.top + 14;
      assert.ok(apart);
    }
    for (const { x, y } of labels) assert.ok(!(x > a.left && x < a.left + a.width && y > a.top + 2 && y < a.top + 12));
  }
});

test("each cell has the nearest point, or none beyond the reach", () => {
  const [width, height, reach] = [60, 45, 14];
  const xs = Array.from({ length: 25 }, (_, i) => ((i * 29) % 600) / 10);
  const ys = Array.from({ length: 25 }, (_, i) => ((i * 71) % 450) / 10);
  const found = nearestPoints(xs, ys, width, height, reach);
  let wrong = 0;
  for (let cell = 0; cell < found.length; cell += 1) {
    const [x, y] = [(cell % width) + 0.5, Math.floor(cell / width) + 0.5];
    const distances = xs.map((px, i) => Math.hypot(px - x, ys[i] - y));
    const least = Math.min(...distances);
    const told = found[cell] < 0 ? Infinity : distances[found[cell]];
    if (least < reach - 1.5 ? told > least + 0.75 : told < least) wrong += 1;
  }
  assert.equal(wrong, 0);
});

test("pixels have the colour of the topmost stamp that paints them", () => {
  const [width, height] = [60, 40];
  const footprint = { side: 4, cells: [5, 6, 9, 10] };
  const colours = Int32Array.of(9, 0, 0, 0, 1, 1, 0, 1, 2, 2, 2, 2, 0, 0, 0, 0);
  const count = 400;
  const pixel = Int32Array.from({ length: count }, (_, i) => pixelAt(16 + ((i * 37) % 28), 16 + ((i * 11) % 8), width, height));
  const stamps = { centres: pixel, offsets: offsetsOf(footprint, width) };
  const cover = coverOf(stamps, width * height);
  const paints = { colours, cells: 4, faint: 1, solid: Uint8Array.of(0, 0, 1, 0) };
  const signed = new Uint16Array(count);
  const painted = new Int32Array(width * height);
  paintAll(painted, stamps, signed, paints);
  for (let round = 0; round < 5; round += 1) {
    const changed = Uint32Array.from({ length: 40 }, (_, i) => (i * 7 + round * 31) % count);
    for (const place of changed) signed[place] = (place * 7 + round * 13) % 4;
    paintSome(painted, stamps, cover, signed, paints, changed);
    const again = new Int32Array(width * height);
    paintAll(again, stamps, signed, paints);
    assert.deepEqual(painted, again);
    const expected = new Int32Array(width * height);
    for (const faint of [true, false]) {
      for (let i = 0; i < count; i += 1) {
        if (pixel[i] < 0 || signed[i] < 1 !== faint) continue;
        [-width - 1, -width, -1, 0].forEach((offset, cell) => {
          expected[pixel[i] + offset] = colours[signed[i] * 4 + cell] || expected[pixel[i] + offset];
        });
      }
    }
    assert.deepEqual(painted, expected);
  }
});

test("what is shown after any steps is what the day alone would show", () => {
  const rows = 900;
  const number = (/** @type {number} */ i, /** @type {number} */ most) => (i * 7919 + ((i * i * 31) % 97)) % most;
  const from = Int32Array.from({ length: rows }, (_, i) => number(i, 100));
  const later = (/** @type {Int32Array} */ days, /** @type {number} */ salt) => days.map((day, i) => day + number(i + salt, 30));
  const to = later(from, 1);
  const data = {
    lon: new Float64Array(300), recap: Int32Array.from({ length: 300 }, (_, i) => number(i, 120)), stale: 9, groups: [[], [1]],
    first: Uint32Array.from({ length: 301 }, (_, i) => i * 3), statuses: ["held", "disputed"], actors: [{ colour: "#111111" }, { colour: "#222222" }],
    rows: {
      from, to, earliest: from.map((day, i) => day - number(i, 20)), latest: later(to, 2), reported: later(from, 3),
      knownFrom: later(from, 4), knownTo: from.map((day, i) => day + 60 + number(i, 60)),
      actor: from.map((_, i) => number(i, 2)), others: from.map((_, i) => number(i + 5, 2)), status: from.map((_, i) => number(i + 9, 2)),
    },
  };
  const signs = signsOf(data);
  const scene = sceneOf(data, signs, 0, 120);
  for (let step = 0; step < 200; step += 1) {
    const [day, known] = [number(step, 121), step % 5 ? 70 : 120];
    scene.move(day, known);
    const alone = statesAt(data, day, known, new Int32Array(300));
    assert.deepEqual(scene.shown, alone);
    assert.deepEqual([...scene.signed], [...alone].map((shown) => signs.of(shown, day)));
  }
});

test("what would reach beyond the edge is not stamped", () => {
  for (const [x, y] of [[0, 20], [20, 0], [39, 20], [20, 39], [-5, -5]]) assert.equal(pixelAt(x, y, 40, 40), -1);
});

test("ink is readable on every colour", () => {
  for (const colour of ["#000000", "#ffffff", "#4477aa", "#ee6677", "#ddcc77", "#777777"]) {
    const [a, b] = [luminance(colour), luminance(inkOn(colour))].sort();
    assert.ok((b + 0.05) / (a + 0.05) >= 4.5, colour);
  }
  assert.equal(mix("#000000", "#ffffff", 0.5), "#808080");
});

test("one stray point does not widen the view", () => {
  const along = (/** @type {number} */ from, /** @type {number} */ stray) => Float64Array.from({ length: 21 }, (_, i) => (i < 20 ? from + i / 10 : stray));
  const [[south, west], [north, east]] = mostOf(along(34, -30), along(40, 150));
  assert.deepEqual([south, west], [34, 40]);
  assert.ok(north < 36 && east < 42);
});

test("both languages say everything", () => {
  assert.deepEqual(Object.keys(WORDS.ar).sort(), Object.keys(WORDS.en).sort());
  assert.equal(GUIDE.ar.split("\n").length, GUIDE.en.split("\n").length);
  const slots = (text) => (text.match(/\{[a-z]+\}/g) ?? []).sort().filter((slot, i, all) => slot !== all[i - 1]);
  for (const [name, text] of Object.entries(WORDS.en)) assert.deepEqual(slots(WORDS.ar[name]), slots(text), name);
});

test("a ring is as wide as its metres, and wider nearer the pole", () => {
  assert.equal(precisionInPixels(40075017, 0, 256), 256);
  assert.ok(Math.abs(precisionInPixels(1000, 60, 4096) - 2 * precisionInPixels(1000, 0, 4096)) < 1e-9);
});
