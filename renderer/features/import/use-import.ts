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
  readonly elapsedMs: number;
}

interface ImportRequest {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly accept: 'all' | 'good';
}

async function reportOf(
  { paths, dryRun, accept }: ImportRequest,
  signal: AbortSignal,
  onProgress: (progress: ImportProgress) => void,
): Promise<ImportReport | null> {
  const startedAt = performance.now();
  onProgress({ phase: 'reading', done: 0, total: 0, elapsedMs: 0 });
  const stream = await client.import.deviceTypes({ paths: [...paths], dryRun, accept }, { signal });
  for await (const event of stream) {
    if (event.kind === 'report') return event.report;
    const { phase, done, total } = event;
    onProgress({ phase, done, total, elapsedMs: performance.now() - startedAt });
  }
  return null;
}

/** Choosing, looking, writing: the three states an import goes through, each of which can be cancelled. */
export function useImport() {
  const [paths, setPaths] = useState<readonly string[]>([]);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const [preview, setPreview] = useState<ImportReport | null>(null);
  const [written, setWritten] = useState<ImportReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);

  const run = async (request: ImportRequest): Promise<ImportReport | null> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setFailure(null);
    try {
      return await reportOf(request, control.signal, setProgress);
    } catch (error) {
      setFailure(failureFrom(error, control.signal));
      return null;
    } finally {
      setProgress(null);
    }
  };
  const look = async (chosen: readonly string[]) => {
    if (chosen.length === 0) return;
    setPaths(chosen);
    setPreview(null);
    setWritten(null);
    setPreview(await run({ paths: chosen, dryRun: true, accept: 'good' }));
  };
  const write = async (accept: 'all' | 'good') => {
    const report = await run({ paths, dryRun: false, accept });
    if (!report) return;
    setPreview(null);
    setWritten(report);
    if (report.groupId !== null) announceSaved({ groupId: report.groupId, label: 'Import of device types' });
  };
  return { paths, progress, preview, written, failure, cancel: () => running.current?.abort(), look, write };
}
