import type { AddedPart, UpgradeRecommendation } from '../../shared/domain/plan-recommendation.ts';
import { sumMoney } from '../../shared/domain/money.ts';
import { RESOURCE_KEYS, type ResourceVector } from '../../shared/domain/resource.ts';
import { RESOURCE_COUNT, resourceAt, vectorOf } from './amounts.ts';
import {
  PART_KINDS,
  countOf,
  groupsFor,
  priceUnits,
  runsWith,
  type CataloguePart,
  type FreeSlots,
  type PartKind,
  type SlotGroup,
} from './catalogue.ts';
import { setTotal } from './columns-change.ts';
import { amountsAt, forkColumns, type PlannerColumns } from './columns.ts';
import { compareText } from './figures.ts';
import { RESOURCE_BITS } from './patterns.ts';
import { rank, type Ranking } from './rank.ts';
import { missingAmount, rejectedRows } from './rejections.ts';

/** What could be added to machines that are already there. */
export interface UpgradeStock {
  readonly parts: readonly CataloguePart[];
  /** Pieces of a part on the spare shelves, by part id. */
  readonly spares: ReadonlyMap<string, number>;
  /** Free slots of a compute; null: its slots are not known, so nothing is proposed. */
  readonly freeSlots: (computeId: string) => FreeSlots | null;
}

interface Addition {
  readonly part: CataloguePart;
  readonly quantity: number;
  /** How many of them lie on a shelf; the others are bought. */
  readonly spares: number;
  /** The first free slots that take it; empty where it is not known which are free. */
  readonly slots: readonly string[];
}

interface Proposal {
  readonly row: number;
  readonly additions: readonly Addition[];
  /** Ten-thousandths of the currency; Infinity where a price is unknown. */
  readonly cost: number;
  readonly pieces: number;
}

/** How many of the closest misses are looked at. */
const LOOKED_AT = 200;

const SUPPLIED_BY: Record<keyof ResourceVector, PartKind> = {
  cores: 'cpu',
  memory: 'ram',
  vram: 'gpu',
  nvme: 'storage',
  gpu: 'gpu',
};

/** Missing amounts of a row per kind of part; a buffer grows with the total, so more than the bare shortage is needed. */
function shortages(ranking: Ranking, row: number): Map<PartKind, Partial<ResourceVector>> {
  const code = ranking.scan.codes[row] ?? 0;
  const short = new Map<PartKind, Partial<ResourceVector>>();
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    if (((code >> resource) & 1) === 0) continue;
    const key = resourceAt(resource);
    const kept = ranking.plan.demand.buffer[resource] ?? 0;
    const amount = kept < 1 ? Math.ceil(missingAmount(ranking, row, resource) / (1 - kept) - 1e-9) : Infinity;
    short.set(SUPPLIED_BY[key], { ...short.get(SUPPLIED_BY[key]), [key]: amount });
  }
  return short;
}

/** Pieces needed of one part; Infinity when it does not supply what is missing. */
function piecesOf(part: CataloguePart, short: Partial<ResourceVector>): number {
  return Math.max(
    ...RESOURCE_KEYS.map((key) =>
      (short[key] ?? 0) > 0 ? Math.ceil((short[key] ?? 0) / (part.provides[key] ?? 0)) : 0,
    ),
  );
}

function cost({ part, quantity, spares }: Omit<Addition, 'slots'>): number {
  if (spares === quantity) return 0;
  return part.price === null ? Infinity : priceUnits(part.price) * (quantity - spares);
}

/** What is left of a machine's slots while parts are put into them, kind by kind. */
class SlotsLeft {
  readonly #free: FreeSlots;
  #groups: readonly SlotGroup[];
  #cpus: number;
  #cpu: CataloguePart | null = null;

  constructor(free: FreeSlots) {
    this.#free = free;
    this.#groups = free.groups;
    this.#cpus = free.cpus;
  }

  /** How many of a part go in: into slots that take it, memory only into those that the CPUs open and that they run with. */
  roomFor(part: CataloguePart): number {
    const count = countOf(groupsFor(this.#groups, part));
    if (part.kind !== 'ram') return count;
    if (this.#cpu && !runsWith(part, this.#cpu)) return 0;
    const { sockets, memorySlots, dimms } = this.#free;
    // Without a CPU on record it is not known which slots are open.
    if (sockets === 0 || this.#cpus === 0) return count;
    return Math.min(count, Math.max(0, Math.floor((memorySlots * this.#cpus) / sockets) - dimms));
  }

  /** Fits so many of a part and answers the slots they go into; none where it is not known which are free. */
  take(part: CataloguePart, quantity: number): string[] {
    let left = quantity;
    const names: string[] = [];
    const taking = new Set(groupsFor(this.#groups, part));
    this.#groups = this.#groups.map((group) => {
      const taken = taking.has(group) ? Math.min(left, group.count) : 0;
      left -= taken;
      names.push(...(group.names?.slice(0, taken) ?? []));
      return { ...group, count: group.count - taken, names: group.names?.slice(taken) ?? null };
    });
    if (part.kind === 'cpu') [this.#cpu, this.#cpus] = [part, this.#cpus + quantity];
    return names.length === quantity ? names : [];
  }
}

/** The cheapest single part type for one kind of slot, as far as it goes from the shelf; then the fewest pieces. */
function additionFor(
  stock: UpgradeStock,
  kind: PartKind,
  short: Partial<ResourceVector>,
  slots: SlotsLeft,
): Addition | null {
  const options = stock.parts
    .filter((part) => part.kind === kind)
    .flatMap((part): Omit<Addition, 'slots'>[] => {
      const quantity = piecesOf(part, short);
      if (quantity > slots.roomFor(part)) return [];
      return [{ part, quantity, spares: Math.min(quantity, stock.spares.get(part.id) ?? 0) }];
    })
    .toSorted((left, right) => {
      const [first, second] = [cost(left), cost(right)];
      return (
        (first === second ? 0 : first - second) ||
        left.quantity - right.quantity ||
        compareText(left.part.id, right.part.id)
      );
    });
  const [best] = options;
  return best ? { ...best, slots: slots.take(best.part, best.quantity) } : null;
}

/** Parts that would make up what one row lacks, if its free slots take them; not yet planned. */
function proposalFor(ranking: Ranking, row: number, stock: UpgradeStock): Proposal | null {
  const free = stock.freeSlots(ranking.plan.columns.ids[row] ?? '');
  if (!free) return null;
  const slots = new SlotsLeft(free);
  const short = shortages(ranking, row);
  const wanted = PART_KINDS.filter((kind) => short.has(kind));
  const additions = wanted.flatMap((kind) => additionFor(stock, kind, short.get(kind) ?? {}, slots) ?? []);
  if (additions.length < wanted.length) return null;
  return {
    row,
    additions,
    cost: additions.reduce((sum, addition) => sum + cost(addition), 0),
    pieces: additions.reduce((sum, addition) => sum + addition.quantity, 0),
  };
}

/** An addition as it is told: what comes from the shelf, then what is bought. */
function addedParts({ part, quantity, spares, slots }: Addition): AddedPart[] {
  const about = { partId: part.id, part: part.name, slot: part.kind };
  const shelf: AddedPart = {
    ...about,
    quantity: spares,
    source: 'spare',
    price: null,
    slots: slots.slice(0, spares),
  };
  const bought: AddedPart = {
    ...about,
    quantity: quantity - spares,
    source: 'catalogue',
    price: part.price,
    slots: slots.slice(spares),
  };
  return [shelf, bought].filter((added) => added.quantity > 0);
}

function priceOf(parts: readonly AddedPart[]): string | null {
  const prices = parts.flatMap(({ quantity, source, price }) =>
    Array.from({ length: quantity }, () => (source === 'spare' ? '0' : price)),
  );
  const known = prices.filter((price) => price !== null);
  return known.length === prices.length ? sumMoney(known) : null;
}

/** Plans again with the parts fitted; `fork` is left as it was. */
function verified(ranking: Ranking, fork: PlannerColumns, { row, additions }: Proposal): UpgradeRecommendation | null {
  const { request } = ranking.plan;
  const computeId = fork.ids[row] ?? '';
  const before = amountsAt(fork.total, row);
  const after = before.map((amount, resource) =>
    additions.reduce((sum, { part, quantity }) => sum + (part.provides[resourceAt(resource)] ?? 0) * quantity, amount),
  );
  setTotal(fork, computeId, vectorOf(after));
  const [candidate] = rank(fork, { ...request, top: 1, constraints: { ...request.constraints, computeId } }).candidates;
  setTotal(fork, computeId, vectorOf(before));
  if (!candidate) return null;
  const parts = additions.flatMap(addedParts);
  const { compute } = candidate;
  return { kind: 'upgrade', computeId, compute, parts, price: priceOf(parts), candidate, verified: true };
}

/**
 * Machines that could take the request after parts are added from spares or catalogue into free slots, each proven by
 * planning again with the new totals: one part type per kind, disks as single disks. What is known not to fit (socket,
 * generation of memory, form) is not proposed. Only computes that nothing but amounts keeps out are considered, closest misses first. Cheapest first, unknown prices last, then the fewest pieces.
 */
export function upgradesFor(ranking: Ranking, stock: UpgradeStock, limit = 5): UpgradeRecommendation[] {
  const { columns } = ranking.plan;
  const { names, ids } = columns;
  const proposals = rejectedRows(ranking, { offset: 0, limit: LOOKED_AT })
    .rows.filter((row) => (ranking.scan.codes[row] ?? 0) >> RESOURCE_BITS === 0)
    .flatMap((row) => proposalFor(ranking, row, stock) ?? [])
    .toSorted(
      (left, right) =>
        (left.cost === right.cost ? 0 : left.cost - right.cost) ||
        left.pieces - right.pieces ||
        compareText(names[left.row] ?? '', names[right.row] ?? '') ||
        compareText(ids[left.row] ?? '', ids[right.row] ?? ''),
    );
  if (proposals.length === 0) return [];
  const fork = forkColumns(columns);
  const found: UpgradeRecommendation[] = [];
  for (const proposal of proposals) {
    const upgrade = verified(ranking, fork, proposal);
    if (upgrade) found.push(upgrade);
    if (found.length === limit) break;
  }
  return found;
}
