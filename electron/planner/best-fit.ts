import type { Candidate, PlanRequest } from '../../shared/domain/plan.ts';
import { amountsOf, type Amounts } from './amounts.ts';
import type { PlannerColumns } from './columns.ts';
import { compareText, type Figures } from './figures.ts';
import { InstanceRules } from './instance-rules.ts';

/** A compute that can take the next instance, and how well. */
export interface Place {
  readonly row: number;
  readonly fitsOrder: number;
  /** 0: in use already, 1: empty. */
  readonly empty: number;
  /** In billionths, so that the order does not hang on the last bits. */
  readonly tightness: number;
}

/** Sum over resources of the squared share left free afterwards: the smaller, the tighter the fit. */
function residual(figures: Figures): number {
  return figures.shares.reduce((sum, share) => (share >= 0 ? sum + (1 - share) ** 2 : sum), 0);
}

/** Size of an empty compute for this service: how often the service's scarcest resource goes into it. */
function sizeFor(columns: PlannerColumns, min: Amounts, row: number): number {
  let size = Infinity;
  for (let resource = 0; resource < min.length; resource++) {
    const amount = min[resource] ?? 0;
    if (amount > 0) size = Math.min(size, (columns.total[resource]?.[row] ?? 0) / amount);
  }
  return size;
}

export function placeAt(columns: PlannerColumns, min: Amounts, figures: Figures): Place {
  const { row, fitsOrder } = figures;
  const inUse = (columns.base[row] ?? 0) > 0;
  const tightness = Math.round((inUse ? residual(figures) : -sizeFor(columns, min, row)) * 1e9);
  return { row, fitsOrder, empty: inUse ? 0 : 1, tightness };
}

const ascending = (left: number, right: number): number => (left < right ? -1 : left > right ? 1 : 0);

/**
 * Max before partial before min-only; a compute already in use before an empty one; among those in use the tightest fit,
 * among empty ones the largest for this service; then name and id. Negative when `left` comes first.
 */
export function comparePlaces(columns: PlannerColumns, left: Place, right: Place): number {
  return (
    ascending(left.fitsOrder, right.fitsOrder) ||
    ascending(left.empty, right.empty) ||
    ascending(left.tightness, right.tightness) ||
    compareText(columns.names[left.row] ?? '', columns.names[right.row] ?? '') ||
    compareText(columns.ids[left.row] ?? '', columns.ids[right.row] ?? '')
  );
}

/** Rows looked at between two chances to pause. */
const ROWS_PER_STEP = 2048;

/**
 * The best places for the instances of one service, one after another. Placing an instance changes how its own compute
 * stands and no other, so every compute is looked at once and then only the one that was taken: a heap per combination of
 * the topology's values, since a topology admits or rejects all computes of a value together.
 */
export class BestFit {
  readonly #columns: PlannerColumns;
  readonly #rules: InstanceRules;
  readonly #min: Amounts;
  readonly #groups = new Map<string, Place[]>();

  constructor(columns: PlannerColumns, request: PlanRequest, serviceId: string) {
    this.#columns = columns;
    this.#rules = new InstanceRules(columns, request, serviceId);
    this.#min = amountsOf(request.service.min);
  }

  /** Looks at every compute; yields now and then, for whoever has other things to do too. */
  *look(): Generator<void, void, void> {
    for (let row = 0; row < this.#columns.rowCount; row++) {
      if (row % ROWS_PER_STEP === ROWS_PER_STEP - 1) yield;
      if (this.#rules.fits(row)) this.#groupOf(row).push(this.#placeOf(row));
    }
    for (const heap of this.#groups.values()) {
      for (let index = heap.length >> 1; index >= 0; index--) this.#sink(heap, index);
      yield;
    }
  }

  /** Places the next instance on the columns; null when no compute takes one more. */
  placeNext(): Candidate | null {
    const heap = this.#bestGroup();
    const row = heap?.[0]?.row;
    if (!heap || row === undefined) return null;
    const candidate = this.#rules.candidateAt(row);
    this.#rules.accept(row, candidate);
    if (this.#rules.fits(row)) heap[0] = this.#placeOf(row);
    else {
      const last = heap.pop();
      if (last && heap.length > 0) heap[0] = last;
    }
    this.#sink(heap, 0);
    return candidate;
  }

  #placeOf(row: number): Place {
    return placeAt(this.#columns, this.#min, this.#rules.figuresAt(row));
  }

  #groupOf(row: number): Place[] {
    const key = this.#rules.topologies.map((tally) => tally?.codes[row] ?? 0).join(' ');
    const known = this.#groups.get(key);
    if (known) return known;
    const made: Place[] = [];
    this.#groups.set(key, made);
    return made;
  }

  #bestGroup(): Place[] | null {
    let best: { heap: Place[]; place: Place } | null = null;
    for (const heap of this.#groups.values()) {
      const [place] = heap;
      if (!place || !this.#rules.topologyAdmits(place.row)) continue;
      if (!best || comparePlaces(this.#columns, place, best.place) < 0) best = { heap, place };
    }
    return best?.heap ?? null;
  }

  /** Moves an entry down until neither of the two below it comes before it. */
  #sink(heap: Place[], start: number): void {
    let index = start;
    for (;;) {
      const smaller = this.#firstOf(heap, this.#firstOf(heap, index, 2 * index + 1), 2 * index + 2);
      const [upper, lower] = [heap[index], heap[smaller]];
      if (smaller === index || !upper || !lower) return;
      heap[index] = lower;
      heap[smaller] = upper;
      index = smaller;
    }
  }

  #firstOf(heap: readonly Place[], index: number, other: number): number {
    const [left, right] = [heap[index], heap[other]];
    return left && right && comparePlaces(this.#columns, right, left) < 0 ? other : index;
  }
}
