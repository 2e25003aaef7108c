import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { AuditDiscrepancy, AuditSummary, CarriedView } from '../../../../shared/contract/audit-schemas.ts';
import { api } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useActions } from '../../../ui/actions.ts';
import { counted } from '../../../ui/format.ts';
import { toggled } from '../../../ui/selection.ts';
import { Segments } from '../../elevation/Segments.tsx';
import { Refusal, Warning } from '../../../ui/Notice.tsx';
import { SessionPage } from '../SessionPage.tsx';
import { auditHref } from '../audit-places.ts';
import { decisionWord } from '../audit-words.ts';
import { ApplyDialog } from './ApplyDialog.tsx';
import { CarriedDialog } from './CarriedDialog.tsx';
import { DecisionSteps } from './DecisionSteps.tsx';
import { DiscrepancyList } from './DiscrepancyList.tsx';
import { MarkedLine } from './MarkedLine.tsx';
import styles from './Reconcile.module.css';
import { DECISION_KEYS, isOpen, nextOpen } from './decision-keys.ts';
import { useDecisions } from './use-decisions.ts';

type Shown = 'all' | 'open' | 'decided';

const NONE: readonly AuditDiscrepancy[] = [];
const NO_CARRIED: readonly CarriedView[] = [];
const NOTHING: ReadonlySet<string> = new Set();

/** What was seen against what is recorded: one line each, one key each. Nothing is written before it is said to. */
export function ReconcileView({ session }: { session: AuditSummary }) {
  const { data, error } = useQuery(api.audit.discrepancies.queryOptions({ input: { session: session.id } }));
  const all = data?.discrepancies ?? NONE;
  const carried = data?.carried ?? NO_CARRIED;
  const [showsCarried, setShowsCarried] = useState(false);
  const [applying, setApplying] = useState(false);
  const readOnly = session.status === 'signed';
  const unwritten = all.filter(({ resolution }) => resolution && !resolution.appliedAt).length;
  const showCarried = () => setShowsCarried(true);
  useActions(
    carried.length > 0
      ? [{ id: 'audit-carried', label: 'Show what was carried over', group: 'Audit', keys: 'g', run: showCarried }]
      : [],
  );
  useActions(
    readOnly || unwritten === 0
      ? []
      : [
          {
            id: 'audit-apply',
            label: 'Write the decisions',
            group: 'Audit',
            keys: 'mod+enter',
            run: () => setApplying(true),
          },
        ],
  );
  return (
    <SessionPage
      session={session}
      part="reconcile"
      body="fill"
      actions={
        <>
          {carried.length > 0 ? (
            <Button variant="default" onClick={showCarried}>
              Carried over: {carried.length}&nbsp;
              <Kbd keys="g" />
            </Button>
          ) : null}
          {readOnly ? null : (
            <>
              <Kbd keys="mod+enter" />
              <Button disabled={unwritten === 0} onClick={() => setApplying(true)}>
                Write {counted(unwritten, 'decision', 'decisions')}
              </Button>
            </>
          )}
        </>
      }
    >
      {error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
      {data && all.length === 0 ? (
        <EmptyState title={data.unfinishedRacks > 0 ? 'Nothing odd has been seen yet' : 'All is as it is recorded'}>
          {data.unfinishedRacks > 0
            ? `${counted(data.unfinishedRacks, 'rack is', 'racks are')} not finished; what is unseen there is not counted as missing yet.`
            : 'There is nothing to decide. The audit can be signed.'}
        </EmptyState>
      ) : null}
      {data && all.length > 0 ? (
        <Lines session={session} all={all} unfinishedRacks={data.unfinishedRacks} readOnly={readOnly} />
      ) : null}
      {showsCarried ? <CarriedDialog carried={carried} onClose={() => setShowsCarried(false)} /> : null}
      {applying ? <ApplyDialog session={session.id} onClose={() => setApplying(false)} /> : null}
    </SessionPage>
  );
}

interface LinesProps {
  readonly session: AuditSummary;
  readonly all: readonly AuditDiscrepancy[];
  readonly unfinishedRacks: number;
  readonly readOnly: boolean;
}

function useLines(session: string, all: readonly AuditDiscrepancy[]) {
  const [shown, setShown] = useState<Shown>('all');
  const [markedKey, setMarkedKey] = useState<string | null>(null);
  const [selected, setSelected] = useState(NOTHING);
  const lines = useMemo(
    () => (shown === 'all' ? all : all.filter((line) => isOpen(line) === (shown === 'open'))),
    [all, shown],
  );
  const marked = Math.max(
    0,
    lines.findIndex(({ key }) => key === markedKey),
  );
  const mark = (index: number) => setMarkedKey(lines[index]?.key ?? null);
  const decisions = useDecisions(session, (keys) => {
    if (keys.length === 0) return;
    setSelected(NOTHING);
    const done = new Set(keys);
    const rest = lines.map((line) => (done.has(line.key) ? { ...line, agreesNow: true } : line));
    mark(nextOpen(rest, marked));
  });
  const line = lines[marked];
  const chosen = selected.size > 0 ? all.filter(({ key }) => selected.has(key)) : line ? [line] : NONE;
  return { shown, setShown, lines, marked, mark, selected, setSelected, decisions, line, chosen };
}

/** What a decision came to is no longer true once it was taken back. */
function isTakenBack(all: readonly AuditDiscrepancy[], keys: readonly string[]): boolean {
  return all.some(({ key, resolution, refusal }) => resolution === null && refusal === null && keys.includes(key));
}

function Lines({ session, all, unfinishedRacks, readOnly }: LinesProps) {
  const state = useLines(session.id, all);
  const { lines, line, selected, setSelected, decisions, chosen } = state;
  const open = all.filter(isOpen).length;
  useActions(
    readOnly
      ? []
      : [
          ...DECISION_KEYS.map(({ decision, keys }) => ({
            id: `decide-${decision}`,
            label: `Decide: ${decisionWord(decision).label.toLowerCase()}`,
            group: 'Reconcile',
            keys,
            run: () => decisions.begin(decision, chosen),
          })),
          {
            id: 'undecide',
            label: 'Take the decision back',
            group: 'Reconcile',
            keys: 'backspace',
            run: () => decisions.undecide(chosen),
          },
          {
            id: 'deselect',
            label: 'Clear the selection',
            group: 'Reconcile',
            keys: 'escape',
            run: () => setSelected(NOTHING),
          },
        ],
  );
  return (
    <div className={styles.reconcile}>
      <div className={styles.lines}>
        <div className={styles.bar}>
          <Segments
            label="Lines to show"
            options={[
              { value: 'all', label: `All ${all.length}` },
              { value: 'open', label: `To decide ${open}` },
              { value: 'decided', label: `Decided ${all.length - open}` },
            ]}
            value={state.shown}
            onChange={state.setShown}
          />
          <span className={styles.hint}>
            <Kbd keys="arrowup" /> <Kbd keys="arrowdown" /> mark, <Kbd keys="space" /> select, <Kbd keys="mod+a" /> all,{' '}
            <Kbd keys="backspace" /> take back
          </span>
        </div>
        {unfinishedRacks > 0 ? (
          <Warning>
            {counted(unfinishedRacks, 'rack is', 'racks are')} not finished; what is unseen there is not counted as
            missing yet. <a href={auditHref(session.id)}>Walk on</a>
          </Warning>
        ) : null}
        <DiscrepancyList
          lines={lines}
          marked={state.marked}
          onMark={state.mark}
          selected={selected}
          onToggle={(key) => setSelected(toggled(selected, key))}
          onSelectAll={() => setSelected(new Set(lines.map(({ key }) => key)))}
        />
        {line ? (
          <MarkedLine
            line={line}
            selected={selected.size}
            told={decisions.step || isTakenBack(all, decisions.toldOf) ? null : decisions.told}
            readOnly={readOnly}
            onDecide={(decision) => decisions.begin(decision, chosen)}
          />
        ) : null}
      </div>
      <DecisionSteps decisions={decisions} />
    </div>
  );
}
