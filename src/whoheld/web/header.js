/** The top of the page: title, search and what else there is to see. */

import { el, foreign, refill } from "./dom.js";

/**
 * @param {{title: Object<string, string>}} labels
 * @param {HTMLElement} search
 * @param {{tab: (name: string) => void, theme: () => void, areas: () => void, language: () => void}} act
 */
export function header(labels, search, act) {
  const title = el("h1");
  const caveat = el("p", { class: "wh-caveat" });
  const button = (/** @type {() => void} */ press) => el("button", { type: "button", onclick: press });
  const tabs = { places: button(() => act.tab("places")), compare: button(() => act.tab("compare")), about: button(() => act.tab("about")) };
  const [areas, theme, language] = [button(act.areas), button(act.theme), button(act.language)];
  const node = el("header", { class: "wh-head" }, el("div", { class: "wh-title" }, title, caveat), search,
    el("nav", { class: "wh-tabs" }, ...Object.values(tabs), areas), el("div", { class: "wh-tools" }, theme, language));
  let drawn = "";
  const update = (/** @type {import("./hash.js").State} */ state, /** @type {Object<string, string>} */ words, /** @type {boolean} */ dark) => {
    const key = [state.language, state.tab, state.areas, dark].join();
    if (key === drawn) return;
    drawn = key;
    refill(title, foreign(labels.title[state.language] ?? labels.title.en ?? Object.values(labels.title)[0] ?? ""));
    refill(caveat, words.caveat);
    for (const [name, tab] of Object.entries(tabs)) {
      refill(tab, words[name]);
      tab.setAttribute("aria-pressed", String(state.tab === name));
    }
    refill(areas, words.areas);
    areas.setAttribute("aria-pressed", String(state.areas));
    refill(theme, words.theme);
    theme.setAttribute("aria-pressed", String(dark));
    refill(language, words.other);
    language.lang = state.language === "ar" ? "en" : "ar";
  };
  return { node, update };
}
