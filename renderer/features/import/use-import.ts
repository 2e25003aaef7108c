import { useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { ImportReport } from '../../../shared/contract/import.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { announceSaved } from '../../bridge/use-command.ts';

export interface ImportProgress {
  readonly phase: 'reading' | 'writing';
  readonly done: number;
  readonly total: number;
  readonly startedAt: number;
}

/** Choosing, looking, writing: the three states an import goes through, each of which can be cancelled. */
export function useImport() {
  const [paths, setPaths] = useState<readonly string[]>([]);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [preview, setPreview] = useState<ImportReport | null>(null);
  const [written, setWritten] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);

  const run = async (
    chosen: readonly string[],
    dryRun: boolean,
    accept: 'all' | 'good',
  ): Promise<ImportReport | null> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const startedAt = performance.now();
    setFailure(null);
    setProgress({ phase: 'reading', done: 0, total: 0, startedAt });
    try {
      let report: ImportReport | null = null;
      const stream = await client.import.deviceTypes(
        { paths: [...chosen], dryRun, accept },
        { signal: control.signal },
      );
      for await (const event of stream) {
        if (event.kind === 'report') report = event.report;
        else setProgress({ phase: event.phase, done: event.done, total: event.total, startedAt });
      }
      return report;
    } catch (error) {
      setFailure(failureFrom(error, control.signal));
      return null;
    } finally {
      setProgress(null);
    }
  };

  return {
    paths,
    progress,
    preview,
    written,
    failure,
    cancel: () => running.current?.abort(),
    look: async (chosen: readonly string[]) => {
      if (chosen.length === 0) return;
      setPaths(chosen);
      setPreview(null);
      setWritten(null);
      setPreview(await run(chosen, true, 'good'));
    },
    write: async (accept: 'all' | 'good') => {
      const report = await run(paths, false, accept);
      if (!report) return;
      setPreview(null);
      setWritten(report);
      if (report.groupId !== null) announceSaved({ groupId: report.groupId, label: 'Import of device types' });
    },
  };
}
