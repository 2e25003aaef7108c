// npm run package [-- electron-builder's targets, such as --linux dir]: packages the release with the Electron at hand into
// dist/. On Linux an unpacked folder and a tar.gz, and a .deb where dpkg-deb is.
import {
  describeElectron,
  distributionVersion,
  electronDistributionFolder,
  pinnedElectronVersion,
} from './electron-path.mjs';
import { canMakeDeb } from './packaging/archivers.mjs';
import { buildRelease, packageEdition } from './packaging/editions.mjs';

const version = distributionVersion(electronDistributionFolder());
console.log(describeElectron());
if (version !== pinnedElectronVersion()) {
  console.log(
    `This package holds Electron ${version} and is for trying out only: a release takes ${pinnedElectronVersion()}.`,
  );
}

function targets() {
  const named = process.argv.slice(2);
  if (named.length > 0 || process.platform !== 'linux') return named;
  return ['--linux', 'dir', 'tar.gz', ...(canMakeDeb ? ['deb'] : [])];
}

const built = await buildRelease();
process.exitCode =
  built.exitCode === 0 ? (await packageEdition('release', 'dist', targets())).exitCode : built.exitCode;
