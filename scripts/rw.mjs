// npm run -s rw -- COMMAND: Rackwright's command line, in Electron's Node. Nothing but the command itself may write to
// stdout, and nothing but its errors to stderr.
import { ensureBuild } from './build.mjs';
import { runInElectronNode } from './processes.mjs';

try {
  await ensureBuild({ quiet: true });
  const { exitCode } = await runInElectronNode('out/main/cli.js', process.argv.slice(2), {
    // npm runs scripts at the root; paths on the command line are meant from where the person stands.
    cwd: process.env['INIT_CWD'] ?? process.cwd(),
  });
  process.exitCode = exitCode;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
