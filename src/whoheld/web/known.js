/** The second handle: the map as it was known on a day. */

import { fromIso, iso } from "./days.js";
import { el, refill } from "./dom.js";

/**
 * @param {{first: number, last: number}} ends days since 1970
 * @param {(known: ?string) => void} change ISO day, null for everything that was published
 * @param {() => string} today the day shown
 */
export function knownHandle({ first, last }, change, today) {
  const on = /** @type {HTMLInputElement} */ (el("input", { type: "checkbox" }));
  const label = el("span");
  const date = /** @type {HTMLInputElement} */ (el("input", { type: "date", min: iso(first) }));
  const range = /** @type {HTMLInputElement} */ (el("input", { type: "range", class: "wh-range wh-known", min: first, max: last, step: 1 }));
  on.addEventListener("change", () => change(on.checked ? today() : null));
  date.addEventListener("change", () => change(date.value || null));
  range.addEventListener("input", () => change(iso(Number(range.value))));
  const node = el("span", { class: "wh-extra" }, el("label", {}, on, " ", label), " ", date);
  let drawn = "";
  const update = (/** @type {?string} */ known, /** @type {Object<string, string>} */ words) => {
    const key = `${known} ${words.known}`;
    if (key === drawn) return;
    drawn = key;
    const day = fromIso(known ?? "");
    on.checked = day !== null;
    date.hidden = range.hidden = day === null;
    date.value = known ?? "";
    range.value = String(day ?? last);
    range.setAttribute("aria-valuetext", known ?? words.knownNow);
    for (const input of [date, range]) input.setAttribute("aria-label", words.known);
    refill(label, words.known);
  };
  return { node, range, update };
}
