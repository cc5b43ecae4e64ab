/** Colours as numbers: paler, and readable upon each other. */

/** @param {string} hex `#rrggbb` @returns {[number, number, number]} */
export function rgb(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** @param {string} a @param {string} b @param {number} share of b, 0 to 1 @returns {string} */
export function mix(a, b, share) {
  const [from, to] = [rgb(a), rgb(b)];
  const mixed = from.map((part, i) => Math.round(part + (to[i] - part) * share));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Relative luminance as WCAG 2 defines it. @param {string} hex @returns {number} */
export function luminance(hex) {
  const [r, g, b] = rgb(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * A colour moved towards another until it stands out from what lies below.
 * @param {string} hex @param {string} paper what lies below @param {string} ink towards which it moves @param {number} least ratio of
 *   contrast as WCAG 2 defines it
 * @returns {string}
 */
export function standingOut(hex, paper, ink, least) {
  const below = luminance(paper);
  const enough = (/** @type {string} */ colour) => {
    const [low, high] = [below, luminance(colour)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05) >= least;
  };
  const shares = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];
  return shares.map((share) => mix(hex, ink, share)).find(enough) ?? ink;
}

/** Black or white, whichever reads better upon a colour. @param {string} hex @returns {string} */
export function inkOn(hex) {
  return luminance(hex) > 0.179 ? "#000000" : "#ffffff";
}
