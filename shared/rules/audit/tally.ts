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
  /** Extras seen in no rack of the audit. */
  #elsewhere = 0;

  constructor(index: ExpectedIndex) {
    this.#index = index;
    this.#byRack = new Map(index.racks.map((rack) => [rack.id, countsOf(rack)]));
  }

  count({ objectId, partId, class: shown, rackId }: Seen, extra: boolean): void {
    if (extra) {
      const here = this.#byRack.get(this.#index.rackByRackId.get(rackId)?.id ?? '');
      if (here) here.extra += 1;
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
    const sum = {
      expected: 0,
      seen: 0,
      odd: 0,
      unseen: 0,
      missing: 0,
      extra: this.#elsewhere,
      partsExpected: 0,
      partsSeen: 0,
    };
    for (const rack of this.#index.racks) {
      const progress = this.ofRack(rack, finished.has(rack.id));
      for (const key of KEYS) sum[key] += progress[key];
    }
    return sum;
  }

  #countDevice(id: string, odd: boolean): void {
    const counts = this.#byRack.get(this.#index.device(id)?.rack.id ?? '');
    if (!counts) return;
    if (!this.#seen.has(id)) counts.seen += 1;
    this.#seen.add(id);
    if (!odd || this.#odd.has(id)) return;
    this.#odd.add(id);
    counts.odd += 1;
  }

  #countPart(id: string): void {
    const part = this.#index.part(id);
    const counts = this.#byRack.get(this.#index.device(part?.deviceId ?? '')?.rack.id ?? '');
    if (!counts || this.#parts.has(id)) return;
    this.#parts.add(id);
    counts.partsSeen += 1;
  }
}

const KEYS = ['expected', 'seen', 'odd', 'unseen', 'missing', 'extra', 'partsExpected', 'partsSeen'] as const;

function countsOf({ expected }: ExpectedRack): Counts {
  const partsExpected = expected.reduce((sum, { parts }) => sum + parts.length, 0);
  return { expected: expected.length, partsExpected, seen: 0, odd: 0, extra: 0, partsSeen: 0 };
}
