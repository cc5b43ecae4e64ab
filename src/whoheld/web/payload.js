/** Reads the block that publish/payload.py writes. */

/** Stands for a day that is open; to the left it is negative. */
export const OPEN = 1 << 20;

/** Of the places' coordinates. */
export const UNITS_PER_DEGREE = 10000;

/**
 * @typedef {object} Rows One entry for each interval and known time; days count from `Data.start`, ends are exclusive.
 * @property {Int32Array} from first day of the certain core
 * @property {Int32Array} to
 * @property {Int32Array} earliest first day of the outer bounds
 * @property {Int32Array} latest
 * @property {Int32Array} knownFrom
 * @property {Int32Array} knownTo
 * @property {Int32Array} reported last day with a report
 * @property {Int32Array} actor index of the holder, -1 for none
 * @property {Int32Array} others index of the group of other actors
 * @property {Int32Array} status
 * @property {Int32Array} extent
 * @property {Int32Array} independent number of independent sources
 *
 * @typedef {object} Path
 * @property {Float64Array} lon
 * @property {Float64Array} lat
 *
 * @typedef {object} Data Everything that the page knows.
 * @property {{title: Object<string, string>, attribution: Object<string, string[]>, language: ?string, areas: boolean, tiles: ?string, limits: {until: ?string, cell_m: ?number, redacted: boolean}}} labels
 * @property {number} start the day that other days count from, since 1970-01-01
 * @property {string[]} span first and last reported day
 * @property {number} stale days without a report after which an interval is drawn pale
 * @property {{id: string, names: Object<string, string>, colour: string}[]} actors
 * @property {number[][]} groups
 * @property {string[]} statuses
 * @property {string[]} extents
 * @property {{id: string[], names: (string|Object<string, string[]>)[]}} places
 * @property {string[]} sources of places
 * @property {Int32Array} source of each place the number of its source
 * @property {Float64Array} lon
 * @property {Float64Array} lat
 * @property {Int32Array} precision metres
 * @property {Int32Array} admin 1 for provinces and districts
 * @property {Int32Array} recap the day from which a recap is known, OPEN for none
 * @property {Uint32Array} first where the rows of each place begin, and where those of the last end
 * @property {Rows} rows
 * @property {(Path & {kind: number})[]} lines each with the index of its kind among those of the base map
 * @property {Map<number, Path[]>} outlines the rings of provinces and districts, by place
 * @property {number[][]} evidence of each chunk: number of places, offset, length
 * @property {import("./evidence.js").Claim[]} unplaced claims whose place could not be told
 * @property {Uint8Array} bytes what the chunks' offsets count in
 */

/**
 * @param {Uint8Array} bytes gzip
 * @returns {Promise<Uint8Array>}
 */
export async function inflate(bytes) {
  const stream = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * @param {string} text base64
 * @returns {Uint8Array}
 */
export function fromBase64(text) {
  if ("fromBase64" in Uint8Array) return /** @type {any} */ (Uint8Array).fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/**
 * A column from its planes of bytes, lowest first, as signed numbers.
 * @param {Uint8Array} bytes
 * @param {{offset: number, count: number, width: number}} layout
 * @returns {Int32Array}
 */
export function column(bytes, { offset, count, width }) {
  const plane = (/** @type {number} */ number) => bytes.byteOffset + offset + number * count;
  const numbers = new Int32Array(new Int8Array(bytes.buffer, plane(width - 1), count));
  for (let lower = width - 2; lower >= 0; lower -= 1) {
    const low = new Uint8Array(bytes.buffer, plane(lower), count);
    for (let i = 0; i < count; i += 1) numbers[i] = (numbers[i] << 8) | low[i];
  }
  return numbers;
}

/** @param {Int32Array} differences */
function degrees(differences) {
  const values = new Float64Array(differences.length);
  for (let i = 0, sum = 0; i < values.length; i += 1) {
    sum += differences[i];
    values[i] = sum / UNITS_PER_DEGREE;
  }
  return values;
}

/** @param {Int32Array} counts */
function offsets(counts) {
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i += 1) starts[i + 1] = starts[i] + counts[i];
  return starts;
}

/**
 * Days from the differences that `_days` of payload.py wrote.
 * @param {(name: string) => Int32Array} get
 * @param {Uint32Array} first
 */
function days(get, first) {
  const [from, to, earliest, latest] = ["from", "to", "earliest", "latest"].map(get);
  const [reported, knownFrom, knownTo] = ["reported", "knownFrom", "knownTo"].map(get);
  for (let place = 0; place + 1 < first.length; place += 1) {
    for (let row = first[place] + 1; row < first[place + 1]; row += 1) from[row] += from[row - 1];
    for (let row = first[place]; row < first[place + 1]; row += 1) {
      to[row] += row + 1 < first[place + 1] ? from[row + 1] : OPEN;
    }
  }
  for (let row = 0; row < from.length; row += 1) {
    earliest[row] = from[row] - earliest[row];
    latest[row] += to[row];
    reported[row] += from[row];
    knownFrom[row] += reported[row];
    knownTo[row] += OPEN;
  }
  return { from, to, earliest, latest, reported, knownFrom, knownTo };
}

/** @param {Int32Array} lengths @param {Float64Array} lon @param {Float64Array} lat @returns {Path[]} */
function paths(lengths, lon, lat) {
  const starts = offsets(lengths);
  return Array.from(lengths, (_, i) => ({ lon: lon.subarray(starts[i], starts[i + 1]), lat: lat.subarray(starts[i], starts[i + 1]) }));
}

/** @param {(name: string) => Int32Array} get */
function lines(get) {
  const kinds = get("lineKind");
  return paths(get("lineLength"), degrees(get("lineLon")), degrees(get("lineLat"))).map((path, i) => ({ ...path, kind: kinds[i] }));
}

/** @param {(name: string) => Int32Array} get */
function outlines(get) {
  const rings = paths(get("outlineLength"), degrees(get("outlineLon")), degrees(get("outlineLat")));
  const starts = offsets(get("outlineRings"));
  const places = Array.from(starts.keys()).filter((place) => starts[place + 1] > starts[place]);
  return new Map(places.map((place) => [place, rings.slice(starts[place], starts[place + 1])]));
}

/**
 * @param {string} text the block, in base64
 * @returns {Promise<Data>}
 */
export async function readPayload(text) {
  const block = await inflate(fromBase64(text));
  const length = new DataView(block.buffer, block.byteOffset).getUint32(0, true);
  const header = json(block, 4, length);
  const bytes = block.subarray(4 + length);
  const get = (/** @type {string} */ name) => column(bytes, header.columns[name]);
  const first = offsets(get("rows"));
  const plain = Object.fromEntries(["actor", "others", "status", "extent", "independent"].map((name) => [name, get(name)]));
  const [start, size] = header.places;
  const places = once(() => json(bytes, start, size));
  const precision = once(() => get("precision"));
  return {
    ...header,
    bytes,
    first,
    get places() {
      return places();
    },
    get precision() {
      return precision();
    },
    lon: degrees(get("lon")),
    lat: degrees(get("lat")),
    source: get("source"),
    admin: get("admin"),
    recap: get("recap"),
    rows: { ...plain, ...days(get, first) },
    lines: lines(get),
    outlines: outlines(get),
  };
}

/** @param {Uint8Array} bytes @param {number} start @param {number} size */
function json(bytes, start, size) {
  return JSON.parse(new TextDecoder().decode(bytes.subarray(start, start + size)));
}

/** What the first picture can do without is read when it is asked for. @template T @param {() => T} read @returns {() => T} */
function once(read) {
  /** @type {?T} */
  let kept = null;
  return () => {
    kept ??= read();
    return kept;
  };
}
