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
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  return Math.min(at(month) + date.getUTCDate() - 1, at(month + 1) - 1);
}

/**
 * Round dates to write under an axis.
 * @param {number} first @param {number} last @param {number} most how many fit
 * @returns {{day: number, text: string}[]}
 */
export function ticks(first, last, most) {
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000].find((step) => (last - first) / (step * 30.44) <= most) ?? 12000;
  const start = new Date(first * MS);
  const found = [];
  let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months;
  for (let day = at(month); day <= last; month += months, day = at(month)) {
    if (day >= first) found.push({ day, text: months % 12 ? iso(day).slice(0, 7) : iso(day).slice(0, 4) });
  }
  return found;
}

/**
 * The first day of a month. (Date.UTC would take the years below 100 for those of the last century.)
 * @param {number} month months since the year 0
 */
function at(month) {
  return new Date(0).setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1) / MS;
}
