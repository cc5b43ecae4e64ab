/** The state of the page in its address, so that a view can be cited. */

/**
 * @typedef {object} State
 * @property {string} on ISO day shown
 * @property {?string} known ISO day; null for everything
 * @property {?string} place id
 * @property {?string} against ISO day that is compared with
 * @property {string[]} off ids of actors switched off
 * @property {string} language
 * @property {?string} tab places, compare or about
 * @property {boolean} areas
 * @property {?string} theme dark or light; null as the system has it
 * @property {?string} view zoom/lat/lon
 */

/** @param {State} state @param {State} usual what need not be written @returns {string} */
export function toHash(state, usual) {
  const written = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    const text = Array.isArray(value) ? value.join(",") : value === true ? "1" : value === false || value === null ? "" : value;
    const plain = Array.isArray(usual[name]) ? usual[name].join(",") : usual[name] === true ? "1" : usual[name] || "";
    if (text !== plain) written.set(name, text);
  }
  return written.toString().replaceAll("%2F", "/").replaceAll("%3A", ":").replaceAll("%2C", ",");
}

/** @param {string} hash @param {State} usual @returns {State} */
export function fromHash(hash, usual) {
  const read = new URLSearchParams(hash.replace(/^#/, ""));
  const state = { ...usual };
  for (const name of Object.keys(usual)) {
    const text = read.get(name);
    if (text === null) continue;
    if (Array.isArray(usual[name])) state[name] = text ? text.split(",") : [];
    else if (typeof usual[name] === "boolean") state[name] = text === "1";
    else state[name] = text === "" ? null : text;
  }
  return state;
}
