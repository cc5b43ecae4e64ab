/** Which part of the world to open with. */

const FENCE = 1.5;

/** @param {Float64Array} values sorted @param {number} share @returns {number} */
function quantile(values, share) {
  return values[Math.round((values.length - 1) * share)];
}

/**
 * The box of some points without the few that lie far from all others (beyond 1.5 times the spread of the middle half, as Tukey's
 * box plot has it), so that one misplaced report does not shrink all others to a dot.
 * @param {Float64Array} lat @param {Float64Array} lon @returns {[[number, number], [number, number]]} latitude and longitude of two corners
 */
export function mostOf(lat, lon) {
  const sides = [lat, lon].map((coordinates) => {
    const values = coordinates.slice().sort();
    const [low, high] = [quantile(values, 0.25), quantile(values, 0.75)];
    const reach = FENCE * Math.max(high - low, 0.1);
    return [values.find((value) => value >= low - reach), values.findLast((value) => value <= high + reach)];
  });
  return [[sides[0][0], sides[1][0]], [sides[0][1], sides[1][1]]];
}
