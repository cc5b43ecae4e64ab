/** Work that need not keep up with the slider. */

/**
 * At once, then again no sooner than so long after; the last time for certain.
 * @param {() => void} act @param {number} everyMs @returns {() => void}
 */
export function paced(act, everyMs) {
  let [timer, last] = [0, -Infinity];
  const run = () => {
    timer = 0;
    last = performance.now();
    act();
  };
  return () => {
    const wait = last + everyMs - performance.now();
    if (wait <= 0 && !timer) run();
    else timer ||= window.setTimeout(run, wait);
  };
}

/**
 * Once nobody has asked for it any more for so long.
 * @param {() => void} act @param {number} quietMs @returns {() => void}
 */
export function rested(act, quietMs) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = window.setTimeout(act, quietMs);
  };
}

/** When the browser has nothing else to do. @param {() => void} act */
export function whenIdle(act) {
  if (window.requestIdleCallback) window.requestIdleCallback(act);
  else window.setTimeout(act, 1);
}
