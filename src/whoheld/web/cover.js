/**
 * Which stamps reach each pixel. It changes with the view only; a step of the slider then paints anew the pixels of those places
 * alone that look different, each in the colour of the topmost stamp that has one there.
 */

/**
 * @typedef {object} Stamps
 * @property {Int32Array} centres of each place its pixel, -1 for one that is out of view; later places lie above earlier ones
 * @property {Int32Array} offsets of the cells of a stamp from its centre
 *
 * @typedef {object} Cover
 * @property {Int32Array} slots of each pixel of the image its number among those that any stamp reaches
 * @property {Uint32Array} starts where the stamps of each begin, and where those of the last end
 * @property {Uint32Array} places whose stamps they are, the topmost first
 * @property {Uint8Array} cells which cell of the stamp reaches the pixel
 * @property {Uint32Array} tops of each cell of each place's stamp the place whose stamp is the topmost there
 *
 * @typedef {object} Paints
 * @property {Int32Array} colours of the cells of all signs, one sign after the other; 0 for none
 * @property {number} cells how many each sign has
 * @property {number} faint signs below this number count only where there is no other
 * @property {Uint8Array} solid of each sign whether nothing shows through it
 */

/** @param {Stamps} stamps @param {number} size of the image in pixels @returns {Cover} */
export function coverOf({ centres, offsets }, size) {
  const slots = new Int32Array(size);
  const starts = startsOf(slots, centres, offsets);
  const next = starts.slice();
  const stamps = starts[starts.length - 1];
  const [places, cells] = [new Uint32Array(stamps), new Uint8Array(stamps)];
  for (let place = centres.length - 1; place >= 0; place -= 1) {
    if (centres[place] < 0) continue;
    for (let cell = 0; cell < offsets.length; cell += 1) {
      const slot = slots[centres[place] + offsets[cell]];
      places[next[slot]] = place;
      cells[next[slot]] = cell;
      next[slot] += 1;
    }
  }
  const tops = new Uint32Array(centres.length * offsets.length);
  for (let at = 0; at < tops.length; at += 1) {
    const centre = centres[Math.floor(at / offsets.length)];
    if (centre >= 0) tops[at] = places[starts[slots[centre + offsets[at % offsets.length]]]];
  }
  return { slots, starts, places, cells, tops };
}

/**
 * Numbers the pixels that stamps reach.
 * @param {Int32Array} slots filled with the numbers @param {Int32Array} centres @param {Int32Array} offsets
 * @returns {Uint32Array} where the stamps of each begin, and where those of the last end
 */
function startsOf(slots, centres, offsets) {
  let reached = 0;
  for (let place = 0; place < centres.length; place += 1) {
    if (centres[place] < 0) continue;
    for (let cell = 0; cell < offsets.length; cell += 1) {
      const pixel = centres[place] + offsets[cell];
      if (slots[pixel] === 0) reached += 1;
      slots[pixel] += 1;
    }
  }
  const starts = new Uint32Array(reached + 1);
  for (let pixel = 0, slot = 0; slot < reached; pixel += 1) {
    if (slots[pixel] === 0) continue;
    starts[slot + 1] = starts[slot] + slots[pixel];
    slots[pixel] = slot;
    slot += 1;
  }
  return starts;
}

/**
 * @param {Int32Array} image of one 32-bit colour a pixel @param {Stamps} stamps
 * @param {Uint16Array} signed of each place the number of its sign @param {Paints} paints
 */
export function paintAll(image, { centres, offsets }, signed, { colours, cells, faint }) {
  image.fill(0);
  for (const below of faint ? [true, false] : [false]) {
    for (let place = 0; place < centres.length; place += 1) {
      const centre = centres[place];
      const sign = signed[place];
      if (centre < 0 || sign < faint !== below) continue;
      for (let cell = 0; cell < cells; cell += 1) {
        const colour = colours[sign * cells + cell];
        if (colour) image[centre + offsets[cell]] = colour;
      }
    }
  }
}

/**
 * @param {Int32Array} image as painted before @param {Stamps} stamps @param {Cover} cover @param {Uint16Array} signed
 * @param {Paints} paints @param {Uint32Array} places whose signs may be others than before
 */
export function paintSome(image, { centres, offsets }, cover, signed, paints, places) {
  const { colours, cells, solid } = paints;
  const { tops, slots } = cover;
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i];
    const centre = centres[place];
    if (centre < 0) continue;
    const sign = signed[place];
    for (let cell = 0; cell < cells; cell += 1) {
      const top = tops[place * cells + cell];
      const pixel = centre + offsets[cell];
      if (!solid[signed[top]]) image[pixel] = topmost(cover, signed, paints, slots[pixel]);
      else if (top === place) image[pixel] = colours[sign * cells + cell];
    }
  }
}

/** @param {Cover} cover @param {Uint16Array} signed @param {Paints} paints @param {number} slot @returns {number} a colour */
function topmost({ starts, places, cells }, signed, paints, slot) {
  let found = 0;
  for (let at = starts[slot]; at < starts[slot + 1]; at += 1) {
    const sign = signed[places[at]];
    const colour = paints.colours[sign * paints.cells + cells[at]];
    if (colour === 0 || (sign < paints.faint && found !== 0)) continue;
    found = colour;
    if (sign >= paints.faint) break;
  }
  return found;
}
