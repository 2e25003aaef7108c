import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AUTOMATIC,
  DAYS_KEPT,
  HOURS_KEPT,
  SAFETY_COPIES_KEPT,
  surplusBackups,
  WEEKS_KEPT,
  type Dated,
} from './retention.ts';

const HOUR = 3_600_000;
const START = Date.parse('2026-03-02T00:00:00.000Z');

/** What is left when backups come one after another, each followed by a pruning, as the program does it. */
function keptAfter(backups: readonly Dated[]): Dated[] {
  let kept: Dated[] = [];
  for (const backup of backups) {
    kept.push(backup);
    const surplus = new Set(surplusBackups(kept));
    kept = kept.filter((entry) => !surplus.has(entry));
  }
  return kept;
}

function madeEvery(milliseconds: number, count: number): Dated[] {
  return Array.from({ length: count }, (_, index) => ({
    ordinal: index + 1,
    at: new Date(START + index * milliseconds).toISOString(),
    reason: AUTOMATIC,
    sound: true,
  }));
}

const anyBackups = fc
  .array(
    fc.record({
      // A clock that jumps anywhere between 1970 and 2100.
      at: fc.integer({ min: 0, max: Date.parse('2100-02-28T00:00:00Z') }).map((at) => new Date(at).toISOString()),
      reason: fc.constantFrom(AUTOMATIC, AUTOMATIC, AUTOMATIC, 'before import', 'before restore'),
      sound: fc.boolean(),
    }),
    { minLength: 1, maxLength: 120 },
  )
  .map((backups) => backups.map((backup, index) => ({ ...backup, ordinal: index + 1 })));

test('after 100 days of a backup every 5 minutes there is one for each of 24 hours, 14 days and 8 weeks', () => {
  const made = madeEvery(HOUR / 12, 100 * 24 * 12);
  const kept = keptAfter(made).toReversed();
  // The last one is of 2026-06-09T23:55, a Tuesday; its hour, day and week are one and the same backup.
  expect(kept[0]?.at).toBe('2026-06-09T23:55:00.000Z');
  expect(kept.slice(0, 24).map(({ at }) => at.slice(11, 16))).toEqual(
    Array.from({ length: 24 }, (_, index) => `${String(23 - index).padStart(2, '0')}:55`),
  );
  // The 14 days reach into the third week (from 2026-05-25); of the five weeks before it the last day each.
  const days = new Set(kept.map(({ at }) => at.slice(0, 10)));
  expect([...days]).toEqual([
    ...Array.from({ length: 14 }, (_, index) =>
      new Date(Date.parse('2026-06-09') - index * 24 * HOUR).toISOString().slice(0, 10),
    ),
    '2026-05-24',
    '2026-05-17',
    '2026-05-10',
    '2026-05-03',
    '2026-04-26',
  ]);
});

test('whatever the clock does, the newest sound backup stays, and no more are kept than there are periods', () => {
  fc.assert(
    fc.property(anyBackups, (backups) => {
      const kept = keptAfter(backups);
      const newest = backups.findLast(({ sound }) => sound);
      if (newest) expect(kept).toContain(newest);
      expect(kept.filter(({ sound }) => !sound)).toEqual(backups.filter(({ sound }) => !sound));
      expect(kept.filter(({ sound }) => sound).length).toBeLessThanOrEqual(
        HOURS_KEPT + DAYS_KEPT + WEEKS_KEPT + SAFETY_COPIES_KEPT,
      );
      expect(surplusBackups(kept)).toEqual([]);
    }),
  );
});

/** The same rule said of one backup at a time: of its hour, day and week it is the newest, and fewer newer ones have any. */
function isKept(backup: Dated, all: readonly Dated[]): boolean {
  if (!backup.sound) return true;
  const newer = all.filter(({ ordinal, sound }) => sound && ordinal > backup.ordinal);
  const within = (most: number, periodOf: (at: string) => string) => {
    const periods = new Set(newer.map(({ at }) => periodOf(at)));
    return !periods.has(periodOf(backup.at)) && periods.size < most;
  };
  const safety = newer.filter(({ reason }) => reason !== AUTOMATIC).length;
  return (
    within(24, (at) => at.slice(0, 13)) ||
    within(14, (at) => at.slice(0, 10)) ||
    within(8, mondayOf) ||
    (backup.reason !== AUTOMATIC && safety < 10)
  );
}

/** The Monday of a moment's week, by the calendar. */
function mondayOf(at: string): string {
  const day = new Date(`${at.slice(0, 10)}T00:00:00.000Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}

/** Mostly an ordinary clock, with jumps of hours, days and years to both sides. */
const jumpingClock = fc
  .array(
    fc.record({
      step: fc.oneof(
        { weight: 5, arbitrary: fc.integer({ min: 1, max: 180 }).map((minutes) => minutes * 60_000) },
        { weight: 2, arbitrary: fc.integer({ min: -30, max: 30 }).map((days) => days * 24 * HOUR) },
        { weight: 1, arbitrary: fc.integer({ min: -40, max: 40 }).map((years) => years * 365 * 24 * HOUR) },
      ),
      reason: fc.constantFrom(AUTOMATIC, AUTOMATIC, AUTOMATIC, 'before import'),
      sound: fc.integer({ min: 0, max: 9 }).map((number) => number > 0),
    }),
    { minLength: 1, maxLength: 200 },
  )
  .map((steps) => {
    let now = START;
    return steps.map(({ step, ...rest }, index) => {
      now = Math.max(0, now + step);
      return { ...rest, ordinal: index + 1, at: new Date(now).toISOString() };
    });
  });

test('24 hours, 14 days and 8 weeks are kept exactly, whatever the clock does', () => {
  fc.assert(
    fc.property(fc.oneof(jumpingClock, anyBackups), (backups) => {
      const ordinals = (list: readonly Dated[]) => list.map(({ ordinal }) => ordinal);
      expect(ordinals(keptAfter(backups))).toEqual(ordinals(backups.filter((backup) => isKept(backup, backups))));
    }),
    { numRuns: 400 },
  );
});

test('a clock that jumps ahead and back makes no old backup fall due', () => {
  const before = keptAfter(madeEvery(HOUR, 60 * 24));
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 20 }), (years, made) => {
      const jumped = Array.from({ length: made }, (_, index) => ({
        ordinal: 10_000 + index,
        at: new Date(START + years * 365 * 24 * HOUR + index * 60_000).toISOString(),
        reason: AUTOMATIC,
        sound: true,
      }));
      const after = keptAfter([...before, ...jumped]);
      expect(after).toContain(jumped.at(-1));
      // All made within one hour, or two: at most two of the hours, days and weeks before give way each.
      expect(before.filter((backup) => !after.includes(backup)).length).toBeLessThanOrEqual(6);
    }),
  );
});

test('a copy made before an import outlasts the automatic ones of its hour', () => {
  const [first, ...rest] = madeEvery(60_000, 50);
  if (!first) throw new Error('There is no backup.');
  const safety = { ...first, reason: 'before import' };
  expect(keptAfter([safety, ...rest])).toContain(safety);
});
