// Where Electron runs: this checkout for an ordinary user, a copy owned by an unprivileged uid for root.
import { ensureUserNamespaces, runsAsRoot } from './prerequisites.mjs';
import { herePlace } from './run-vitest.mjs';
import { AS_UNPRIVILEGED, makeUnprivilegedCopy } from './unprivileged.mjs';

/**
 * Makes the place, runs `task` in it, brings its results back and removes what was made.
 * @template Result
 * @param {(place: import('./run-vitest.mjs').Place) => Promise<Result>} task
 * @returns {Promise<Result>}
 */
export async function withPlace(task) {
  const asUser = runsAsRoot ? AS_UNPRIVILEGED : [];
  ensureUserNamespaces(asUser);
  if (!runsAsRoot) return task(herePlace());
  const copy = makeUnprivilegedCopy();
  try {
    return await task({ checkout: copy.checkout, asUser, env: copy.env });
  } finally {
    copy.bringBackResults();
    copy.remove();
  }
}
