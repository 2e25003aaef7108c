// What was started or made is stopped and removed however the script ends: by itself, by Ctrl-C or by a kill.

/** @type {Set<() => void>} */
const pending = new Set();

process.once('exit', () => {
  for (const cleanUp of pending) cleanUp();
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => process.exit(1));
}

/**
 * Promises that `cleanUp` runs once: when the returned function is called, else when the process ends.
 * @param {() => void} cleanUp
 * @returns {() => void}
 */
export function promiseCleanUp(cleanUp) {
  pending.add(cleanUp);
  return () => {
    if (pending.delete(cleanUp)) cleanUp();
  };
}
