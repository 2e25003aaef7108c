import { countOf, groupsFor, runsWith, type CataloguePart, type FreeSlots, type SlotGroup } from './catalogue.ts';

/** So many pieces of a part. */
export interface Pieces {
  readonly part: CataloguePart;
  readonly quantity: number;
}

/** What is left of a machine's slots while parts are put into them, kind by kind. */
export class SlotsLeft {
  readonly #free: FreeSlots;
  #groups: readonly SlotGroup[];
  #cpus: number;
  #cpu: CataloguePart | null = null;

  constructor(free: FreeSlots) {
    this.#free = free;
    this.#groups = free.groups;
    this.#cpus = free.cpus;
  }

  /** The slots that take a part, by group: memory has to run with the CPU added before it, and all CPUs are alike. */
  groupsFor(part: CataloguePart): readonly SlotGroup[] {
    if (part.kind === 'ram' && this.#cpu && !runsWith(part, this.#cpu)) return [];
    const { cpuName } = this.#free;
    if (part.kind === 'cpu' && cpuName && cpuName !== part.name) return [];
    return groupsFor(this.#groups, part);
  }

  /** How many pieces of a kind can be used at all: the CPUs open their share of the memory slots. */
  openFor(kind: CataloguePart['kind']): number {
    const { sockets, memorySlots, dimms } = this.#free;
    // Without a CPU on record it is not known which slots are open.
    if (kind !== 'ram' || sockets === 0 || this.#cpus === 0) return Infinity;
    return Math.max(0, Math.floor((memorySlots * this.#cpus) / sockets) - dimms);
  }

  /**
   * Fits pieces that were found to go in, and answers for each the slots it goes into: those first that take none of the
   * pieces after it. Empty where it is not known which slots are free.
   */
  take(pieces: readonly Pieces[]): string[][] {
    return pieces.map((piece, index) => {
      const later = new Set(pieces.slice(index + 1).flatMap(({ part }) => this.groupsFor(part)));
      return this.#takeOne(piece, later);
    });
  }

  #takeOne({ part, quantity }: Pieces, later: ReadonlySet<SlotGroup>): string[] {
    const own = this.groupsFor(part);
    const taken = new Map<SlotGroup, number>();
    let left = quantity;
    for (const group of [...own.filter((each) => !later.has(each)), ...own.filter((each) => later.has(each))]) {
      taken.set(group, Math.min(left, group.count));
      left -= taken.get(group) ?? 0;
    }
    const names = this.#groups.flatMap((group) => group.names?.slice(0, taken.get(group) ?? 0) ?? []);
    this.#groups = this.#groups.map((group) => {
      const gone = taken.get(group) ?? 0;
      return gone === 0 ? group : { ...group, count: group.count - gone, names: group.names?.slice(gone) ?? null };
    });
    if (part.kind === 'cpu') [this.#cpu, this.#cpus] = [part, this.#cpus + quantity];
    return names.length === quantity ? names : [];
  }
}

/** Whether a number of each of two parts go in side by side. */
export function fitTogether(
  first: readonly SlotGroup[],
  second: readonly SlotGroup[],
): (ofFirst: number, ofSecond: number) => boolean {
  const [one, other, both] = [countOf(first), countOf(second), countOf([...new Set([...first, ...second])])];
  return (ofFirst, ofSecond) => ofFirst <= one && ofSecond <= other && ofFirst + ofSecond <= both;
}
