import { describe, expect, it } from 'vitest';
import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import { DECISIONS } from '../../../../shared/domain/audit-words.ts';
import { DECISION_KEYS, decidable, isNoted, isOpen, nextOpen } from './decision-keys.ts';

function aLine(change: Partial<AuditDiscrepancy> = {}): AuditDiscrepancy {
  const value = { text: '', rackId: null, positionHalfU: null, serial: null };
  return {
    key: 'moved:a',
    kind: 'moved',
    about: 'device',
    message: '',
    objectId: 'a',
    noun: 'compute',
    partId: null,
    name: 'a',
    device: 'a',
    expected: value,
    observed: value,
    now: value,
    changedSince: false,
    agreesNow: false,
    observations: [],
    objectIds: ['a'],
    decisions: ['accept', 'keep'],
    proposal: null,
    target: {},
    names: {},
    needs: [],
    carriedFrom: null,
    resolution: null,
    refusal: null,
    ...change,
  };
}

function resolved(appliedAt: string | null): AuditDiscrepancy {
  const made = { decidedBy: 'b', decidedAt: '2026-11-20T09:00:00Z', outcome: null };
  return aLine({ resolution: { decision: 'keep', reason: null, target: {}, appliedAt, ...made } });
}

it('has one key for each decision, and none twice', () => {
  expect(new Set(DECISION_KEYS.map(({ keys }) => keys)).size).toBe(DECISIONS.length);
  expect(new Set(DECISION_KEYS.map(({ decision }) => decision)).size).toBe(DECISIONS.length);
});

describe('a line', () => {
  it('is open until it is decided or the record agrees', () => {
    expect(isOpen(aLine())).toBe(true);
    expect(isOpen(resolved(null))).toBe(false);
    expect(isOpen(aLine({ agreesNow: true }))).toBe(false);
  });

  it('takes the decisions offered for it until it is written', () => {
    expect(decidable([aLine(), resolved(null), resolved('2026-11-20T09:01:00Z')], 'keep')).toHaveLength(2);
    expect(decidable([aLine()], 'create')).toEqual([]);
  });

  it('stays open when its decision is refused, and that can be taken back', () => {
    const refused = aLine({ refusal: { decision: 'accept', message: 'U1 is taken.' } });
    expect([isOpen(refused), isNoted(refused)]).toEqual([true, true]);
    expect([isNoted(aLine()), isNoted(resolved(null)), isNoted(resolved('2026-11-20T09:01:00Z'))]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

describe('nextOpen', () => {
  const done = resolved(null);
  it('goes on to the next open line, round the end', () => {
    expect(nextOpen([aLine(), done, aLine()], 0)).toBe(2);
    expect(nextOpen([aLine(), done, aLine()], 2)).toBe(0);
  });
  it('stays where nothing else is open', () => {
    expect(nextOpen([done, done], 1)).toBe(1);
  });
});
