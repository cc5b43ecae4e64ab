/** The page on paper: the map fitted to the sheet, all reports unfolded, and below them what is shown and where it comes from. */

import { el, foreign, phrase, refill } from "./dom.js";
import { dayless, limitLines, sourceLines } from "./lists.js";
import { wordsOf } from "./words.js";

/** @param {import("./app.js").App} app */
export function printing(app) {
  const { map, data } = app;
  const node = el("section", { class: "wh-colophon" });
  let view = { center: [0, 0], zoom: 0 };
  const fill = (/** @type {Object<string, string>} */ words) => {
    const { on, known } = app.state;
    const facts = [data.span.length ? phrase(words.shownOn, { day: on }) : dayless(data, words), ...(known ? [phrase(words.knownOn, { day: known })] : []), words.caveat, ...limitLines(data, words)];
    const address = el("li", {}, `${words.view}: `, el("bdi", { dir: "ltr" }, window.location.href));
    refill(node, el("ul", {}, ...facts.map((fact) => el("li", {}, fact)), address),
      el("h2", {}, words.sources), el("ul", {}, ...sourceLines(data, app.state.language).map((line) => el("li", {}, foreign(line)))));
  };
  window.addEventListener("beforeprint", () => {
    const bounds = map.getBounds();
    view = { center: map.getCenter(), zoom: map.getZoom() };
    fill(wordsOf(app.state.language));
    document.body.classList.add("wh-printing");
    for (const folded of document.querySelectorAll(".wh-group:not([open])")) folded.setAttribute("open", "");
    map.invalidateSize({ animate: false });
    map.fitBounds(bounds, { animate: false });
  });
  window.addEventListener("afterprint", () => {
    document.body.classList.remove("wh-printing");
    map.invalidateSize({ animate: false });
    map.setView(view.center, view.zoom, { animate: false });
  });
  return { node, update: fill };
}
