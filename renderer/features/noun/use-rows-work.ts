import { useRef, useState } from 'react';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { showFailure } from '../../bridge/notices.ts';

export interface RowsProgress {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

type Advance = (rows: number) => void;

/** Work over many rows, one at a time, with progress and Cancel; `work` answers whether it went through. */
export function useRowsWork() {
  const [progress, setProgress] = useState<RowsProgress | null>(null);
  const running = useRef<AbortController | null>(null);
  const work = async (
    label: string,
    total: number,
    run: (signal: AbortSignal, advance: Advance) => Promise<void>,
  ): Promise<boolean> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    let done = 0;
    const advance = (rows: number) => {
      done += rows;
      setProgress({ label, done, total, cancel: () => control.abort() });
    };
    advance(0);
    try {
      await run(control.signal, advance);
      return !control.signal.aborted;
    } catch (error) {
      if (!isCancelled(error)) showFailure(failureFrom(error, control.signal));
      return false;
    } finally {
      setProgress(null);
    }
  };
  return { progress, work };
}
