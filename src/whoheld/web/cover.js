/**
 * Which stamps reach each pixel. It changes with the view only; a step of the slider then paints anew the pixels of those places
 * alone that look different, each in the colour of the topmost stamp that has one there.
 */

/**
 * @typedef {object} Cover
 * @property {Int32Array} pixels those that any stamp reaches
 * @property {Int32Array} slots of each pixel of the image its index in `pixels`
 * @property {Uint32Array} starts where the stamps of each begin, and where those of the last end
 * @property {Uint32Array} places whose stamps they are, the topmost first
 * @property {Uint8Array} cells which cell of the stamp reaches the pixel
 * @property {Int32Array} centres of each place its pixel, -1 for one that is out of view
 * @property {Int32Array} offsets of the cells of a stamp from its centre
 *
 * @typedef {object} Paints
 * @property {Int32Array} colours of the cells of all signs, one sign after the other; 0 for none
 * @property {number} cells how many each sign has
 * @property {number} faint signs below this number count only where there is no other
 */

/**
 * @param {Int32Array} centres of each place its pixel, -1 for one that is out of view
 * @param {{side: number, cells: number[]}} footprint see stamps.js @param {number} width of the image @param {number} size its pixels
 * @returns {Cover}
 */
export function coverOf(centres, { side, cells }, width, size) {
  const half = Math.floor(side / 2);
  const offsets = Int32Array.from(cells, (cell) => (Math.floor(cell / side) - half) * width + (cell % side) - half);
  const slots = new Int32Array(size);
  for (const centre of centres) if (centre >= 0) for (const offset of offsets) slots[centre + offset] += 1;
  let [covered, stamps] = [0, 0];
  for (const count of slots) {
    covered += Number(count > 0);
    stamps += count;
  }
  const made = { pixels: new Int32Array(covered), starts: new Uint32Array(covered + 1), places: new Uint32Array(stamps), cells: new Uint8Array(stamps) };
  for (let at = 0, slot = 0; at < size; at += 1) {
    if (!slots[at]) continue;
    made.starts[slot + 1] = made.starts[slot] + slots[at];
    made.pixels[slot] = at;
    slots[at] = slot;
    slot += 1;
  }
  const next = made.starts.slice();
  for (let place = centres.length - 1; place >= 0; place -= 1) {
    if (centres[place] < 0) continue;
    for (let cell = 0; cell < offsets.length; cell += 1) {
      const slot = slots[centres[place] + offsets[cell]];
      made.places[next[slot]] = place;
      made.cells[next[slot]] = cell;
      next[slot] += 1;
    }
  }
  return { ...made, slots, centres, offsets };
}

/**
 * @param {Int32Array} image of one 32-bit colour a pixel @param {Cover} cover
 * @param {Uint16Array} signed of each place the number of its sign @param {Paints} paints
 */
export function paintAll(image, cover, signed, paints) {
  for (let slot = 0; slot < cover.pixels.length; slot += 1) paintSlot(image, cover, signed, paints, slot);
}

/**
 * @param {Int32Array} image as painted before @param {Cover} cover @param {Uint16Array} signed @param {Paints} paints
 * @param {Uint32Array} places whose signs may be others than before
 */
export function paintSome(image, cover, signed, paints, places) {
  const { centres, offsets, slots } = cover;
  for (const place of places) {
    if (centres[place] < 0) continue;
    for (const offset of offsets) paintSlot(image, cover, signed, paints, slots[centres[place] + offset]);
  }
}

/** @param {Int32Array} image @param {Cover} cover @param {Uint16Array} signed @param {Paints} paints @param {number} slot */
function paintSlot(image, { pixels, starts, places, cells }, signed, paints, slot) {
  let found = 0;
  for (let at = starts[slot]; at < starts[slot + 1]; at += 1) {
    const sign = signed[places[at]];
    const colour = paints.colours[sign * paints.cells + cells[at]];
    if (colour === 0 || (sign < paints.faint && found !== 0)) continue;
    found = colour;
    if (sign >= paints.faint) break;
  }
  image[pixels[slot]] = found;
}
