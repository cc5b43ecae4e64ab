/** Keeps the state of the page, in the address too. */

import { fromHash, toHash } from "./hash.js";
import { rested } from "./pace.js";

const QUIET_MS = 250;

/** @typedef {import("./hash.js").State} State */

/**
 * @param {State} usual @param {boolean} cited whether the address carries it
 * @param {(patch: Partial<State>) => void} changed
 */
export function store(usual, cited, changed) {
  let state = cited ? fromHash(window.location.hash, usual) : { ...usual };
  let known = window.location.hash;
  const write = rested(() => {
    // An address that the reader has changed meanwhile goes before ours.
    if (window.location.hash !== known) return;
    const hash = toHash(state, usual);
    if (hash !== known.slice(1)) window.history.replaceState(null, "", `#${hash}`);
    known = window.location.hash;
  }, QUIET_MS);
  const set = (/** @type {Partial<State>} */ patch) => {
    const fresh = Object.fromEntries(Object.entries(patch).filter(([name, value]) => state[name] !== value));
    if (!Object.keys(fresh).length) return;
    state = { ...state, ...fresh };
    if (cited) write();
    changed(fresh);
  };
  const read = () => {
    known = window.location.hash;
    set(fromHash(known, usual));
  };
  if (cited) window.addEventListener("hashchange", read);
  return { get: () => state, set };
}
