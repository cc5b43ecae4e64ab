/** What a place shows, in the words of the timeline: for programs that read the page. */

import { NOTHING, RECAP } from "./states.js";

/**
 * @param {import("./payload.js").Data} data @param {number} shown see states.js
 * @returns {{status: string, actor: ?string, others: string[]}}
 */
export function describe(data, shown) {
  if (shown < 0) return { status: shown === NOTHING ? "nothing" : shown === RECAP ? "recap" : "transition", actor: null, others: [] };
  const { status, actor, others } = data.rows;
  const named = (/** @type {number} */ index) => data.actors[index].id;
  return {
    status: data.statuses[status[shown]],
    actor: actor[shown] < 0 ? null : named(actor[shown]),
    others: data.groups[others[shown]].map(named),
  };
}
