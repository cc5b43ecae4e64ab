/** The entry: `whoheld.start(map, id)` puts the data block with this id onto a Leaflet map. */

import { App } from "./app.js";
import { describe } from "./describe.js";
import { readPayload } from "./payload.js";

/** @type {App[]} */
const apps = [];

/**
 * What the page shows, for reading only. `ready` settles when everything is drawn; `stateAt(placeId)` and `states()` tell what
 * is shown on the day `day()`; they speak of the first map where there are several.
 */
const face = {
  ready: Promise.resolve(),
  start(/** @type {any} */ map, /** @type {string} */ id) {
    face.ready = put(map, id);
  },
  day: () => apps[0].state.on,
  stateAt: (/** @type {string} */ id) => face.states()[id] ?? null,
  states: () => Object.fromEntries(apps[0].data.places.id.map((id, place) => [id, describe(apps[0].data, apps[0].scene.shown[place])])),
  pixelOf: (/** @type {string} */ id) => apps[0].pixelOf(id),
};

/** @param {any} map @param {string} id */
async function put(map, id) {
  const holder = /** @type {HTMLElement} */ (document.getElementById(id));
  apps.push(new App(map, await readPayload(holder.textContent ?? "")));
}

Object.assign(window, { whoheld: face });
