import type { AddedPart, AdviceProgress, UpgradeRecommendation } from '../../shared/domain/plan-recommendation.ts';
import { sumMoney } from '../../shared/domain/money.ts';
import type { ResourceVector } from '../../shared/domain/resource.ts';
import { additionsFor, costOf, type Addition, type PartSupply } from './additions.ts';
import { RESOURCE_COUNT, resourceAt, vectorOf } from './amounts.ts';
import { PART_KINDS, type FreeSlots, type PartKind } from './catalogue.ts';
import { setTotal } from './columns-change.ts';
import { amountsAt, forkColumns, type PlannerColumns } from './columns.ts';
import { compareText } from './figures.ts';
import { RESOURCE_BITS } from './patterns.ts';
import { rank, type Ranking } from './rank.ts';
import { missingAmount, rejectedRows } from './rejections.ts';
import { SlotsLeft } from './slots-left.ts';
import type { Turns } from './turns.ts';

/** What could be added to machines that are already there. */
export interface UpgradeStock extends PartSupply {
  /** Free slots of a compute; null: its slots are not known, so nothing is proposed. */
  readonly freeSlots: (computeId: string) => FreeSlots | null;
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

/** Parts that would make up what one row lacks, if its free slots take them; not yet planned. */
function proposalFor(ranking: Ranking, row: number, stock: UpgradeStock): Proposal | null {
  const free = stock.freeSlots(ranking.plan.columns.ids[row] ?? '');
  if (!free) return null;
  const slots = new SlotsLeft(free);
  const short = shortages(ranking, row);
  const wanted = PART_KINDS.filter((kind) => short.has(kind));
  const perKind = wanted.flatMap((kind) => {
    const found = additionsFor(stock, kind, short.get(kind) ?? {}, slots);
    return found ? [found] : [];
  });
  if (perKind.length < wanted.length) return null;
  const additions = perKind.flat();
  return {
    row,
    additions,
    cost: additions.reduce((sum, addition) => sum + costOf(addition), 0),
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

/** Cheapest first, unknown prices last, then the fewest pieces, then name and id. */
function compareProposals({ names, ids }: PlannerColumns, left: Proposal, right: Proposal): number {
  return (
    (left.cost === right.cost ? 0 : left.cost - right.cost) ||
    left.pieces - right.pieces ||
    compareText(names[left.row] ?? '', names[right.row] ?? '') ||
    compareText(ids[left.row] ?? '', ids[right.row] ?? '')
  );
}

/**
 * Machines that could take the request after parts are added from spares or catalogue into free slots, each proven by
 * planning again with the new totals: one or two part types per kind, disks as single disks. What is known not to fit (socket,
 * generation of memory, form) is not proposed, nor a CPU beside another. Only computes that nothing but amounts keeps out are
 * considered, closest misses first. Cheapest first, unknown prices last, then the fewest pieces.
 */
export function* upgradesFor(
  ranking: Ranking,
  stock: UpgradeStock,
  limit = 5,
): Turns<AdviceProgress, UpgradeRecommendation[]> {
  const { columns } = ranking.plan;
  const rows = rejectedRows(ranking, { offset: 0, limit: LOOKED_AT }).rows.filter(
    (row) => (ranking.scan.codes[row] ?? 0) >> RESOURCE_BITS === 0,
  );
  const proposals: Proposal[] = [];
  for (const [done, row] of rows.entries()) {
    yield { phase: 'adding', done, total: rows.length };
    const proposal = proposalFor(ranking, row, stock);
    if (proposal) proposals.push(proposal);
  }
  if (proposals.length === 0) return [];
  const fork = forkColumns(columns);
  const found: UpgradeRecommendation[] = [];
  for (const proposal of proposals.toSorted((left, right) => compareProposals(columns, left, right))) {
    yield { phase: 'adding', done: rows.length, total: rows.length };
    const upgrade = verified(ranking, fork, proposal);
    if (upgrade) found.push(upgrade);
    if (found.length === limit) break;
  }
  return found;
}
