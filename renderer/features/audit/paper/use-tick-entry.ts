import { useRef, useState } from 'react';
import type { AuditTickRack } from '../../../../shared/contract/audit-report.ts';
import type { AuditSummary } from '../../../../shared/contract/audit-schemas.ts';
import { client } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { counted } from '../../../ui/format.ts';
import { readTicks } from './tick-numbers.ts';

export interface TickEntryProps {
  readonly session: AuditSummary;
  readonly racks: readonly AuditTickRack[];
}

/**
 * Ticks of one rack after another. What is asked for while earlier ticks are being stored waits for them: the field is empty
 * at once and takes the next, and a rack is finished only after its ticks.
 */
export function useTickEntry({ session, racks }: TickEntryProps) {
  const [at, setAt] = useState(0);
  const [text, setText] = useState('');
  const [told, setTold] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [waiting, setWaiting] = useState(0);
  const last = useRef<Promise<void>>(Promise.resolve());
  const rack = racks[at];
  const reading = readTicks(text, rack?.devices.length ?? 0);
  const go = (to: number) => {
    if (!racks[to]) return;
    setAt(to);
    setText('');
    setFailure(null);
  };
  const tick = async (into: AuditTickRack, numbers: readonly number[]) => {
    for (const number of numbers) {
      const device = into.devices[number - 1];
      if (!device || device.seen) continue;
      const withParts = session.level === 'serial';
      await client.audit.tick({ session: session.id, device: device.id, source: 'paper', withParts });
    }
    if (numbers.length > 0) setTold(`${into.name}: ${counted(numbers.length, 'line is', 'lines are')} stored.`);
  };
  const finish = async (done: AuditTickRack) => {
    const { missing } = await client.audit.finishRack({ session: session.id, rack: done.id });
    setTold(`${done.name} is finished; ${counted(missing.length, 'device is', 'devices are')} missing.`);
    const next = Math.min(racks.indexOf(done) + 1, racks.length - 1);
    // Who has gone elsewhere meanwhile stays there.
    setAt((now) => (racks[now]?.id === done.id ? next : now));
  };
  const store = (finished: boolean) => {
    if (!rack || !reading.ok) return;
    const { numbers } = reading;
    setText('');
    setWaiting((count) => count + 1);
    const work = async () => {
      setFailure(null);
      try {
        await tick(rack, numbers);
        if (finished) await finish(rack);
      } catch (error) {
        setFailure(failureFrom(error).message);
        // What was not stored is there to be tried again, unless something else was typed.
        setText((now) => now || text);
      } finally {
        setWaiting((count) => count - 1);
      }
    };
    last.current = last.current.then(work);
  };
  return { at, go, rack, text, setText, reading, told, failure, pending: waiting > 0, store };
}
