/** What places and actors are called. */

/** @typedef {import("./payload.js").Data} Data */

/** @param {Data} data @param {number} place @param {string} language @returns {string} */
export function placeName(data, place, language) {
  const names = data.places.names[place];
  if (typeof names === "string") return names || data.places.id[place];
  return names[language]?.[0] ?? names.en?.[0] ?? Object.values(names)[0][0];
}

/** Every spelling, the shown one of each language first. @param {Data} data @param {number} place @returns {string[]} */
export function allNames(data, place) {
  const names = data.places.names[place];
  if (typeof names === "string") return [placeName(data, place, "")];
  const shown = Object.values(names).map((spellings) => spellings[0]);
  return [...new Set([...shown, ...Object.values(names).flat()])];
}

/** The name in each language. @param {Data} data @param {number} place @returns {string[]} */
export function shownNames(data, place) {
  const names = data.places.names[place];
  return typeof names === "string" ? [placeName(data, place, "")] : [...new Set(Object.values(names).map((spellings) => spellings[0]))];
}

/** @param {Data} data @param {number} actor @param {string} language @returns {string} */
export function actorName(data, actor, language) {
  const { id, names } = data.actors[actor];
  return names[language] ?? names.en ?? Object.values(names)[0] ?? id;
}

/** @param {Data} data @param {?[?string, ?string]} party id and words @param {string} language @returns {string} */
export function partyName(data, party, language) {
  const index = data.actors.findIndex((actor) => actor.id === party?.[0]);
  return index >= 0 ? actorName(data, index, language) : party?.[1] ?? party?.[0] ?? "";
}
