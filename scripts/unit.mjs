// npm run test:unit -- [PATH] [vitest's options]: the fast tests in Electron's Node, without a build.
import { runInElectronNode } from './processes.mjs';

const { exitCode } = await runInElectronNode('node_modules/vitest/vitest.mjs', [
  'run',
  '--project',
  'unit',
  ...process.argv.slice(2),
]);
process.exitCode = exitCode;
