import type { ExpectedIndex } from './expected-index.ts';
import type { ExpectedRack, Seen } from './model.ts';

/** How far an audit, or one rack of it, is. */
export interface Progress {
  readonly expected: number;
  readonly seen: number;
  readonly odd: number;
  readonly unseen: number;
  readonly missing: number;
  readonly extra: number;
  readonly partsExpected: number;
  readonly partsSeen: number;
}

interface Counts {
  readonly expected: number;
  readonly partsExpected: number;
  seen: number;
  odd: number;
  extra: number;
  partsSeen: number;
}

/** Counts per rack, kept as the observations come: a hall of 100,000 devices is not counted anew for every scan. */
export class Tally {
  readonly #index: ExpectedIndex;
  readonly #byRack: ReadonlyMap<string, Counts>;
  readonly #seen = new Set<string>();
  readonly #odd = new Set<string>();
  readonly #parts = new Set<string>();
  readonly #all: Counts;
  /** Extras seen in no rack of the audit. */
  #elsewhere = 0;

  constructor(index: ExpectedIndex) {
    this.#index = index;
    this.#byRack = new Map(index.racks.map((rack) => [rack.id, countsOf(rack)]));
    this.#all = countsOf({ expected: index.racks.flatMap(({ expected }) => expected) });
  }

  count({ objectId, partId, class: shown, rackId }: Seen, extra: boolean): void {
    if (extra) {
      const here = this.#byRack.get(this.#index.rackByRackId.get(rackId)?.id ?? '');
      if (here) add(here, this.#all, 'extra');
      else this.#elsewhere += 1;
    }
    if (partId !== null) this.#countPart(partId);
    else if (objectId !== null) this.#countDevice(objectId, shown === 'moved' || shown === 'wrong-slot');
  }

  ofRack(rack: ExpectedRack, finished: boolean): Progress {
    const counts = this.#byRack.get(rack.id) ?? countsOf(rack);
    const unseen = counts.expected - counts.seen;
    return { ...counts, unseen: finished ? 0 : unseen, missing: finished ? unseen : 0 };
  }

  ofAll(finished: ReadonlySet<string>): Progress {
    let missing = 0;
    for (const id of finished) {
      const rack = this.#byRack.get(id);
      if (rack) missing += rack.expected - rack.seen;
    }
    const { expected, seen, odd, partsExpected, partsSeen } = this.#all;
    const extra = this.#all.extra + this.#elsewhere;
    return { expected, seen, odd, partsExpected, partsSeen, extra, missing, unseen: expected - seen - missing };
  }

  #countDevice(id: string, odd: boolean): void {
    const counts = this.#byRack.get(this.#index.device(id)?.rack.id ?? '');
    if (!counts) return;
    if (!this.#seen.has(id)) add(counts, this.#all, 'seen');
    this.#seen.add(id);
    if (!odd || this.#odd.has(id)) return;
    this.#odd.add(id);
    add(counts, this.#all, 'odd');
  }

  #countPart(id: string): void {
    const part = this.#index.part(id);
    const counts = this.#byRack.get(this.#index.device(part?.deviceId ?? '')?.rack.id ?? '');
    if (!counts || this.#parts.has(id)) return;
    this.#parts.add(id);
    add(counts, this.#all, 'partsSeen');
  }
}

function add(rack: Counts, all: Counts, key: 'seen' | 'odd' | 'extra' | 'partsSeen'): void {
  rack[key] += 1;
  all[key] += 1;
}

function countsOf({ expected }: Pick<ExpectedRack, 'expected'>): Counts {
  const partsExpected = expected.reduce((sum, { parts }) => sum + parts.length, 0);
  return { expected: expected.length, partsExpected, seen: 0, odd: 0, extra: 0, partsSeen: 0 };
}
