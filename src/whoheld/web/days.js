/** Days as numbers since 1970-01-01 (UTC), and as ISO text. */

const MS = 86400000;

/** @param {number} day @returns {string} */
export function iso(day) {
  return new Date(day * MS).toISOString().slice(0, 10);
}

/**
 * @param {string} text ISO day
 * @returns {?number} null for anything else
 */
export function fromIso(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || iso(ms / MS) !== text ? null : ms / MS;
}

/**
 * The same day some months on, or the last day of a month that is shorter.
 * @param {number} day @param {number} months @returns {number}
 */
export function addMonths(day, months) {
  const date = new Date(day * MS);
  const target = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate();
  return target / MS + Math.min(date.getUTCDate(), last) - 1;
}

/**
 * Round dates to write under an axis.
 * @param {number} first @param {number} last @param {number} most how many fit
 * @returns {{day: number, text: string}[]}
 */
export function ticks(first, last, most) {
  const months = [1, 2, 3, 6, 12, 24, 60, 120].find((step) => (last - first) / (step * 30.44) <= most) ?? 240;
  const start = new Date(first * MS);
  const found = [];
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (let day = at(month); day <= last; month += months, day = at(month)) {
    if (day >= first) found.push({ day, text: months % 12 ? iso(day).slice(0, 7) : iso(day).slice(0, 4) });
  }
  return found;
}

/** @param {number} month months since the year 0 */
function at(month) {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / MS;
}
