import { useRef, useState } from 'react';
import type { ZoneReport } from '../../../shared/contract/dns.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { announceSaved } from '../../bridge/use-command.ts';

/** What is imported and how: a file or its text, and what becomes of what is there. */
export interface ZoneSource {
  readonly path: string | null;
  readonly text: string;
  readonly zone: string;
  readonly replace: boolean;
  readonly link: boolean;
}

export const NO_SOURCE: ZoneSource = { path: null, text: '', zone: '', replace: false, link: true };

function inputOf({ path, text, zone, replace, link }: ZoneSource, dryRun: boolean) {
  const from = path === null ? { text } : { path };
  return { ...from, ...(zone.trim() === '' ? {} : { zone }), replace, link, dryRun };
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Looking at what a zone file would do, then taking it in; both can be cancelled. */
export function useZoneImport() {
  const [source, setSource] = useState(NO_SOURCE);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [preview, setPreview] = useState<ZoneReport | null>(null);
  const [written, setWritten] = useState<ZoneReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);

  const run = async (from: ZoneSource, dryRun: boolean): Promise<ZoneReport | null> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    setFailure(null);
    setProgress({ done: 0, total: 0 });
    try {
      for await (const event of await client.dns.importZone(inputOf(from, dryRun), { signal: control.signal })) {
        if (event.kind === 'report') return event.report;
        setProgress({ done: event.done, total: event.total });
      }
      return null;
    } catch (error) {
      setFailure(failureFrom(error, control.signal));
      return null;
    } finally {
      setProgress(null);
    }
  };
  const look = async (from: ZoneSource) => {
    setPreview(null);
    setWritten(null);
    setPreview(await run(from, true));
  };
  const write = async () => {
    const report = await run(source, false);
    if (!report) return;
    setPreview(null);
    setWritten(report);
    if (report.groupId !== null) announceSaved({ groupId: report.groupId, label: `Import of zone ${report.zone}` });
  };
  return {
    source,
    /** A changed question has another answer: what was previewed is gone. */
    change: (part: Partial<ZoneSource>) => {
      setSource((before) => ({ ...before, ...part }));
      setPreview(null);
      setWritten(null);
    },
    progress,
    preview,
    written,
    failure,
    cancel: () => running.current?.abort(),
    look,
    write,
  };
}
