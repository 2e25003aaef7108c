import { useRef, useState, type RefObject } from 'react';
import type { AuditCandidate, AuditSummary } from '../../../../shared/contract/audit-schemas.ts';
import { client } from '../../../bridge/client.ts';
import { usePreferences, useSetPreferences } from '../../../bridge/preferences.ts';
import { useActions, type Action } from '../../../ui/actions.ts';
import { counted } from '../../../ui/format.ts';
import { useHasCamera } from '../camera/use-cameras.ts';
import { playClass } from './sounds.ts';
import { useScans, type Scans } from './use-scans.ts';
import { told, useWalk, type WalkState } from './use-walk.ts';

export interface WalkActions {
  readonly walk: WalkState;
  readonly scans: Scans;
  readonly file: RefObject<HTMLInputElement | null>;
  /** Records that fit the last scan; empty unless several do. */
  readonly candidates: readonly AuditCandidate[];
  /** The marked line of the candidates, or of the devices. */
  readonly marked: number;
  readonly mark: (index: number) => void;
  readonly choose: (candidate: AuditCandidate) => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly camera: Camera;
}

/** The picture of the camera, where this machine has one. */
interface Camera {
  readonly present: boolean;
  readonly open: boolean;
  readonly toggle: () => void;
}

const NAMED_AT_MOST = 6;

type Finished = Awaited<ReturnType<typeof client.audit.finishRack>>;

function finishedText(name: string, { missing, next }: Finished): string {
  const names = missing.slice(0, NAMED_AT_MOST).map((device) => device.name);
  const rest = missing.length - names.length;
  const found =
    missing.length === 0
      ? 'nothing is missing'
      : `${counted(missing.length, 'device is', 'devices are')} missing: ${names.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  return `${name} is finished; ${found}. ${next ? `Next: ${next.name}.` : 'That was the last rack.'}`;
}

/** Finishes the rack that the auditor stands at once all that was read is stored, or opens it again; says what came of it. */
async function finishRack(session: string, walk: WalkState, scans: Scans): Promise<void> {
  if (!(await scans.queue.whenStored())) return;
  const place = (await told(client.audit.session({ session })))?.place;
  const rack = walk.racks.find(({ id }) => id === (place?.auditRackId ?? walk.shown?.id));
  if (!rack) return;
  if (rack.finished) {
    const opened = await told(client.audit.reopenRack({ session, rack: rack.id }));
    if (opened) scans.say({ tone: 'info', text: `${rack.name} is open again.` });
    return;
  }
  const finished = await told(client.audit.finishRack({ session, rack: rack.id }));
  if (finished)
    scans.say({ tone: finished.missing.length === 0 ? 'good' : 'attention', text: finishedText(rack.name, finished) });
}

/** Devices and candidates are marked by the arrow keys of the scan field; the mark stays on a line while others come and go. */
function useMark(walk: WalkState, candidates: readonly AuditCandidate[]) {
  const [markedId, setMarkedId] = useState<string | null>(null);
  const lines: readonly { readonly id: string }[] = candidates.length > 0 ? candidates : walk.devices;
  const marked = Math.max(
    0,
    lines.findIndex(({ id }) => id === markedId),
  );
  const mark = (index: number) => setMarkedId(lines[Math.min(Math.max(index, 0), lines.length - 1)]?.id ?? null);
  return { marked, mark };
}

/** What can be done during a walk, all of it by keys. */
export function useWalkActions(session: AuditSummary): WalkActions {
  const walk = useWalk(session);
  const scans = useScans(session.id);
  const file = useRef<HTMLInputElement>(null);
  // What was read before is no longer meant once the next is read, though its answer still stands there.
  const isWaiting = scans.state.waiting.length > 0;
  const answer = isWaiting ? undefined : scans.last?.answers.at(-1);
  const candidates = answer?.candidates ?? [];
  const { marked, mark } = useMark(walk, candidates);
  const shownAnswer = async (step: ReturnType<typeof client.audit.tick>) => {
    const stored = await told(step);
    if (!stored) return;
    scans.show({ answers: [stored], counts: [] });
    playClass(stored.class);
  };
  const choose = async ({ id }: { readonly id: string }) => {
    if (answer)
      await shownAnswer(client.audit.choose({ session: session.id, observation: answer.observation.id, device: id }));
  };
  const tick = async () => {
    const device = walk.devices[marked];
    if (!device) return;
    mark(marked + 1);
    const withParts = session.level === 'serial';
    await shownAnswer(client.audit.tick({ session: session.id, device: device.id, withParts, source: 'hand' }));
  };
  const belongs = async () => {
    const device = walk.devices[marked];
    if (answer?.class === 'unknown' && device) await choose(device);
  };
  const finish = () => finishRack(session.id, walk, scans);
  const takeBack = async () => {
    const taken =
      answer && (await told(client.audit.takeBack({ session: session.id, observation: answer.observation.id })));
    if (!taken) return;
    scans.say({ tone: 'neutral', text: taken.label });
  };
  const line = async () => {
    if (isWaiting) return;
    await (candidates[marked] ? choose(candidates[marked]) : tick());
  };
  const openFile = () => file.current?.click();
  useThemeAction();
  useWalkKeys(session.status === 'open', { line, belongs, finish, takeBack, step: walk.step, openFile });
  const camera = useCamera(session.status === 'open');
  return { walk, scans, file, candidates, marked, mark, choose, finish, camera };
}

function useCamera(walking: boolean): Camera {
  const present = useHasCamera();
  const [wanted, setWanted] = useState(false);
  const open = wanted && present && walking;
  const toggle = () => setWanted(!open);
  const label = open ? 'Close the camera' : 'Scan with the camera';
  useActions(
    present && walking ? [{ id: 'walk-camera', label, group: 'Walk', keys: 'mod+shift+c', run: toggle }] : NO_ACTIONS,
  );
  return { present, open, toggle };
}

interface WalkSteps {
  readonly line: () => Promise<void>;
  readonly belongs: () => Promise<void>;
  readonly finish: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
  readonly step: (by: number) => Promise<void>;
  readonly openFile: () => void;
}

const NO_ACTIONS: readonly Action[] = [];

function useWalkKeys(open: boolean, steps: WalkSteps): void {
  const { line, belongs, finish, takeBack, step, openFile } = steps;
  const group = 'Walk';
  const actions: readonly Action[] = [
    { id: 'walk-tick', label: 'Tick or choose the marked line', group, keys: 'mod+d', run: () => void line() },
    {
      id: 'walk-belongs',
      label: 'The unknown number is on the marked device',
      group,
      keys: 'mod+j',
      run: () => void belongs(),
    },
    { id: 'walk-finish', label: 'Rack finished, or open it again', group, keys: 'mod+enter', run: () => void finish() },
    { id: 'walk-next', label: 'Next rack', group, keys: 'mod+arrowdown', run: () => void step(1) },
    { id: 'walk-before', label: 'Rack before', group, keys: 'mod+arrowup', run: () => void step(-1) },
    { id: 'walk-back', label: 'Take the last scan back', group, keys: 'mod+backspace', run: () => void takeBack() },
    { id: 'walk-file', label: 'Read scans from a text file…', group, keys: 'mod+shift+o', run: openFile },
  ];
  useActions(open ? actions : NO_ACTIONS);
}

/** Large targets while walking, and the theme from before afterwards. */
function useThemeAction(): void {
  const theme = usePreferences()?.theme;
  const setPreferences = useSetPreferences();
  const before = useRef<typeof theme>(undefined);
  const toggle = () => {
    if (theme === 'aisle') setPreferences({ theme: before.current ?? 'system' });
    else {
      before.current = theme;
      setPreferences({ theme: 'aisle' });
    }
  };
  useActions([{ id: 'walk-large', label: 'Large targets on or off', group: 'Walk', keys: 'mod+l', run: toggle }]);
}
