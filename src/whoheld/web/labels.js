/** Names on the map: as many as fit without touching each other. */

/**
 * Which labels fit, taking them in order.
 * @template {{x: number, y: number, width: number, gap: number}} Label
 * @param {Label[]} labels with the point that each names, its width, and how far from the point it begins
 * @param {number} height of a line @param {number} most
 * @param {{x: number, y: number}[]} points that no label may cover @param {number} r their radius
 * @param {{left: number, top: number, right: number, bottom: number}} edges of the view; no label crosses them
 * @returns {(Label & {left: number, top: number})[]} with the upper left corner of each
 */
export function fitting(labels, height, most, points, r, edges) {
  const placed = [];
  for (const label of labels) {
    if (placed.length >= most) break;
    const { x, y, width, gap } = label;
    const corners = [[x + gap, y - height / 2], [x - gap - width, y - height / 2], [x - width / 2, y - gap - height], [x - width / 2, y + gap]];
    const free = (/** @type {number[]} */ [left, top]) =>
      !crosses(left, left + width, edges.left, edges.right) && !crosses(top, top + height, edges.top, edges.bottom) &&
      !placed.some((other) => overlap(left, top, width, height, other)) && !points.some((point) => covers(left, top, width, height, point, r));
    const corner = corners.find(free);
    if (corner) placed.push({ ...label, left: corner[0], top: corner[1] });
  }
  return placed;
}

/** Whether a run is partly inside and partly outside of another. @param {number} from @param {number} to @param {number} low @param {number} high */
function crosses(from, to, low, high) {
  return (from < low && to > low) || (from < high && to > high);
}

/** @param {number} left @param {number} top @param {number} width @param {number} height @param {{left: number, top: number, width: number}} other */
function overlap(left, top, width, height, other) {
  const apart = left > other.left + other.width + 3 || other.left > left + width + 3;
  return !apart && top < other.top + height && other.top < top + height;
}

/** @param {number} left @param {number} top @param {number} width @param {number} height @param {{x: number, y: number}} point @param {number} r */
function covers(left, top, width, height, { x, y }, r) {
  return x + r > left && x - r < left + width && y + r > top + 2 && y - r < top + height - 2;
}
