import { useRef, useState } from 'react';
import type { CsvEvent, CsvInput, CsvReport } from '../../../shared/contract/csv.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { announceSaved } from '../../bridge/use-command.ts';

export type Existing = CsvInput['existing'];

export interface CsvQuestion {
  readonly noun: string;
  readonly path: string;
  /** Absent: as the header of the file says. */
  readonly columns?: readonly (string | null)[] | undefined;
  readonly existing: Existing;
}

export interface CsvProgress {
  readonly phase: 'looking' | 'writing';
  readonly done: number;
  readonly total: number;
  readonly elapsedMs: number;
}

/** As many rows as the engine tells of; those with problems are told of beyond that. */
const SHOWN = 10_000;

function inputOf({ noun, path, columns, existing }: CsvQuestion) {
  return { noun, path, existing, shown: SHOWN, ...(columns ? { columns: [...columns] } : {}) };
}

/** Looking at a file and writing it: each can be cancelled, a newer question ends the one before. */
export function useCsvImport() {
  const [progress, setProgress] = useState<CsvProgress | null>(null);
  const [preview, setPreview] = useState<CsvReport | null>(null);
  const [written, setWritten] = useState<CsvReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const running = useRef<AbortController | null>(null);

  const run = async (
    phase: CsvProgress['phase'],
    ask: (signal: AbortSignal) => Promise<AsyncIterable<CsvEvent>>,
  ): Promise<CsvReport | null> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const startedAt = performance.now();
    setFailure(null);
    setProgress({ phase, done: 0, total: 0, elapsedMs: 0 });
    try {
      for await (const event of await ask(control.signal)) {
        if (event.kind === 'report') return event.report;
        const { done, total } = event;
        if (running.current === control) setProgress({ phase, done, total, elapsedMs: performance.now() - startedAt });
      }
    } catch (error) {
      if (running.current === control) setFailure(failureFrom(error, control.signal));
    } finally {
      if (running.current === control) setProgress(null);
    }
    return null;
  };
  const look = async (question: CsvQuestion) => {
    setWritten(null);
    const report = await run('looking', (signal) => client.csv.preview(inputOf(question), { signal }));
    if (report) setPreview(report);
  };
  const write = async (question: CsvQuestion) => {
    const input = { ...inputOf(question), accept: 'good' as const };
    const report = await run('writing', (signal) => client.csv.import(input, { signal }));
    if (!report) return;
    setPreview(null);
    setWritten(report);
    announceSaved(report);
  };
  const forget = () => {
    running.current?.abort();
    setPreview(null);
    setWritten(null);
    setFailure(null);
  };
  return { progress, preview, written, failure, cancel: () => running.current?.abort(), look, write, forget };
}

export type CsvImportState = ReturnType<typeof useCsvImport>;
