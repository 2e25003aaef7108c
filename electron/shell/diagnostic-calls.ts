import { arch, cpus, platform, release, totalmem } from 'node:os';
import { app, clipboard } from 'electron';
import type { EngineState } from '../../shared/contract/shell.ts';
import type { Engine } from './engine.ts';
import type { LogFile } from './log-file.ts';
import type { ShellService } from './shell-calls.ts';

const LINES_SHOWN = 200;

/** Versions, the system and the end of the log: what helps people who help. No name of any thing or file is in it. */
export function diagnosticsText(state: EngineState, lines: readonly string[]): string {
  const { versions } = process;
  return [
    `Rackwright ${app.getVersion()}${app.isPackaged ? '' : ' from the source tree'}`,
    `Electron ${versions.electron}, Chromium ${versions.chrome}, Node ${versions.node}`,
    `${platform()} ${release()} ${arch()}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB memory`,
    `Engine ${state.phase}, started ${state.generation} times, workspace ${state.mode ?? 'not open'}`,
    `Last failure: ${state.failure?.code ?? 'none'}`,
    '',
    ...lines.slice(-LINES_SHOWN),
  ].join('\n');
}

export function diagnosticCalls(engine: Engine, log: LogFile): Pick<ShellService, 'copyDiagnostics' | 'logFault'> {
  return {
    copyDiagnostics: async () => {
      const text = diagnosticsText(engine.state, log.lines());
      await clipboard.writeText(text);
      return { text };
    },
    logFault: ({ kind, places }) => {
      log.write(`window fault ${kind} at ${places.join(' < ')}`);
      return undefined;
    },
  };
}
