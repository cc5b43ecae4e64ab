/** Text of strangers, made ready to be shown as it is. */

const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * Where a code point begins in UTF-16 units, which is how JavaScript counts.
 * @param {string} text @param {number} codePoints @returns {number}
 */
export function utf16(text, codePoints) {
  let unit = 0;
  for (let seen = 0; seen < codePoints && unit < text.length; seen += 1) unit += text.codePointAt(unit) > 0xffff ? 2 : 1;
  return unit;
}

/**
 * The text in three: before, inside and after a span of code points. An empty or impossible span leaves all before it.
 * @param {string} text @param {number} start @param {number} end @returns {[string, string, string]}
 */
export function cutOut(text, start, end) {
  if (start < 0 || end <= start) return [text, "", ""];
  const [from, to] = [utf16(text, start), utf16(text, end)];
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}

/**
 * The text in pieces, each character that turns the direction of writing on its own.
 * @param {string} text @returns {{text: string, control: ?string}[]}
 */
export function pieces(text) {
  return text
    .split(new RegExp(`(${BIDI.source})`, "u"))
    .filter((piece) => piece !== "")
    .map((piece) => ({ text: piece, control: BIDI.test(piece) ? controlName(piece) : null }));
}

/** @param {string} char */
function controlName(char) {
  const names = { "\u061c": "ALM", "\u200e": "LRM", "\u200f": "RLM", "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF" };
  const more = { "\u202d": "LRO", "\u202e": "RLO", "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI" };
  return { ...names, ...more }[char];
}

/** @param {?string} url @returns {?string} the address if it leads to the web, else null */
export function webLink(url) {
  return url && /^https?:\/\/[^\s\\/?#@]+([/?#][^\s\\]*)?$/i.test(url) ? url : null;
}

/**
 * Letters for matching: without marks, of one case, Arabic letters of one form.
 * @param {string} name @returns {string}
 */
export function searchKey(name) {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\u0640'’‘ʼʻ`´ʾʿ]/gu, "")
    .toLowerCase()
    .replace(/[أإآٱ]/gu, "ا")
    .replace(/[ىی]/gu, "ي")
    .replace(/ة/gu, "ه")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
