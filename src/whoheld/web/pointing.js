/** The mouse or finger on the map: a place opens with a click, and is named under the pointer. */

import { shortState } from "./legend.js";
import { formOf } from "./lists.js";
import { placeName } from "./names.js";
import { wordsOf } from "./words.js";

/** @param {import("./app.js").App} app */
export function pointing(app) {
  const { map, points } = app;
  const container = map.getContainer();
  map.on("click", (/** @type {any} */ event) => {
    const place = points.placeAt(event.layerPoint);
    if (place >= 0) app.open(place, false);
  });
  let named = -1;
  map.on("mousemove", (/** @type {any} */ event) => {
    const place = points.placeAt(event.layerPoint);
    if (place === named) return;
    named = place;
    container.style.cursor = place >= 0 ? "pointer" : "";
    container.title = place >= 0 ? told(app, place) : "";
  });
}

/** @param {import("./app.js").App} app @param {number} place */
function told({ data, scene, state }, place) {
  const shown = scene.shown[place];
  const { language } = state;
  return `${placeName(data, place, language)}: ${shortState(data, shown, formOf(shown), language, wordsOf(language))}`;
}
