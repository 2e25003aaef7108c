// npm run measure [-- NAME]: figures of the real program in its window, printed; e2e/measure/NAME.measure.ts.
import { ensureBuild } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { describeElectron } from './electron-path.mjs';
import { withPlace } from './place.mjs';
import { ensureSystemPackages } from './prerequisites.mjs';
import { withPssReader } from './pss-reader.mjs';
import { runVitest } from './run-vitest.mjs';

try {
  ensureSystemPackages();
  console.log(describeElectron());
  await ensureBuild({ quiet: true });
  const options = [...process.argv.slice(2), '--disable-console-intercept'];
  const { failed } = await withPlace((place) =>
    withPssReader(place, (reader) =>
      withVirtualDisplay((display) => runVitest('measure', place, { ...display, ...reader }, options)),
    ),
  );
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
