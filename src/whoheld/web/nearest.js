/** To each cell of a grid the nearest of some points: a two-pass distance transform that carries the point along. */

/**
 * @param {ArrayLike<number>} xs of the points, in cells @param {ArrayLike<number>} ys
 * @param {number} width of the grid @param {number} height
 * @param {number} reach in cells; beyond it a cell has no point
 * @returns {Int32Array} of each cell the index of the point, or -1
 */
export function nearestPoints(xs, ys, width, height, reach) {
  const found = new Int32Array(width * height).fill(-1);
  const least = new Float64Array(width * height).fill(reach * reach);
  const offer = (/** @type {number} */ cell, /** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ point) => {
    if (point < 0 || point === found[cell]) return;
    const distance = (xs[point] - x - 0.5) ** 2 + (ys[point] - y - 0.5) ** 2;
    if (distance > least[cell] || (distance === least[cell] && found[cell] >= 0)) return;
    least[cell] = distance;
    found[cell] = point;
  };
  for (let point = 0; point < xs.length; point += 1) {
    const [x, y] = [Math.floor(xs[point]), Math.floor(ys[point])];
    if (x >= 0 && y >= 0 && x < width && y < height) offer(y * width + x, x, y, point);
  }
  sweep(found, width, height, offer, 1);
  sweep(found, width, height, offer, -1);
  return found;
}

/** One pass over all rows, each forth and back. */
function sweep(found, width, height, offer, way) {
  for (let i = 0; i < height; i += 1) {
    const y = way > 0 ? i : height - 1 - i;
    const before = y - way;
    for (let x = 0; x < width; x += 1) {
      const cell = y * width + x;
      if (x > 0) offer(cell, x, y, found[cell - 1]);
      if (before < 0 || before >= height) continue;
      for (let beside = Math.max(x - 1, 0); beside <= Math.min(x + 1, width - 1); beside += 1) {
        offer(cell, x, y, found[before * width + beside]);
      }
    }
    for (let x = width - 2; x >= 0; x -= 1) offer(y * width + x, x, y, found[y * width + x + 1]);
  }
}
