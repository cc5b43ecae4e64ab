/** Which places may look different on one day than on another, so that a step of the slider asks only those. */

/**
 * @param {import("./payload.js").Data} data
 * @param {number} first day that is ever shown, since data.start @param {number} last
 * @returns {(before: number, after: number) => Uint32Array} the places of which anything begins, ends or turns stale after the
 *   earlier and up to the later of two days, whatever is known
 */
export function momentsOf(data, first, last) {
  const size = Math.max(last - first + 1, 1);
  const starts = new Uint32Array(size + 1);
  each(data, first, last, (at) => {
    starts[at + 1] += 1;
  });
  for (let at = 0; at < size; at += 1) starts[at + 1] += starts[at];
  const [next, places] = [starts.slice(), new Uint32Array(starts[size])];
  each(data, first, last, (at, place) => {
    places[next[at]] = place;
    next[at] += 1;
  });
  return (before, after) => {
    const [low, high] = before < after ? [before, after] : [after, before];
    return places.subarray(starts[low - first + 1], starts[high - first + 1]);
  };
}

/**
 * Visits each day of each place once for all rows that change there.
 * @param {import("./payload.js").Data} data @param {number} first @param {number} last @param {(at: number, place: number) => void} visit
 */
function each({ first: starts, rows, stale }, first, last, visit) {
  const { from, to, earliest, latest, reported } = rows;
  const seen = new Int32Array(last - first + 1).fill(-1);
  const once = (/** @type {number} */ day, /** @type {number} */ place) => {
    const at = day - first;
    if (at <= 0 || day > last || seen[at] === place) return;
    seen[at] = place;
    visit(at, place);
  };
  for (let place = 0; place + 1 < starts.length; place += 1) {
    for (let row = starts[place]; row < starts[place + 1]; row += 1) {
      once(earliest[row], place);
      once(from[row], place);
      once(to[row], place);
      once(latest[row], place);
      once(reported[row] + stale + 1, place);
    }
  }
}
