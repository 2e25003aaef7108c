// npm run package [-- electron-builder's options, such as --linux deb]: packages the program with the Electron at hand.
import { build } from './build.mjs';
import {
  describeElectron,
  distributionVersion,
  electronDistributionFolder,
  pinnedElectronVersion,
} from './electron-path.mjs';
import { runTool } from './processes.mjs';

const folder = electronDistributionFolder();
const version = distributionVersion(folder);
console.log(describeElectron());
if (version !== pinnedElectronVersion()) {
  console.log(
    `This package holds Electron ${version} and is for trying out only: a release takes ${pinnedElectronVersion()}.`,
  );
}
await build();
const { exitCode } = await runTool('electron-builder', [
  '--publish=never',
  `--config.electronDist=${folder}`,
  `--config.electronVersion=${version}`,
  ...process.argv.slice(2),
]);
process.exitCode = exitCode;
