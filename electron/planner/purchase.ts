import type { PlanRequest } from '../../shared/domain/plan.ts';
import type { AdviceProgress, PurchaseRecommendation, ServerOffer } from '../../shared/domain/plan-recommendation.ts';
import { sumMoney } from '../../shared/domain/money.ts';
import type { RaidLevel } from '../../shared/domain/raid-level.ts';
import { RESOURCE_KEYS, type ResourceKey, type ResourceVector } from '../../shared/domain/resource.ts';
import type { Slot } from '../../shared/domain/slot.ts';
import { memoryOfSockets } from '../../shared/rules/part-form.ts';
import { placementInWords } from '../../shared/rules/placement-words.ts';
import { scoreOf, UTILISATION_SHAPES } from '../../shared/rules/utilisation-score.ts';
import { amountsOf, vectorOf } from './amounts.ts';
import type { Catalogue } from './catalogue.ts';
import { compareConfigurations, configure, type Configuration } from './configurator.ts';
import type { Turns } from './turns.ts';

export interface PurchaseOptions {
  /** Utilisation the new machines may reach; the upper end of the target. */
  readonly target: number;
  /** Array of the data disks of the new machines. */
  readonly raid: RaidLevel | null;
}

export const DEFAULT_PURCHASE: PurchaseOptions = { target: 0.7, raid: 'raid1' };

/** Compared in order: price, machines, height in half U, watts. Without prices the first is 0 throughout. */
type Cost = readonly [price: number, machines: number, heightHalfU: number, powerWatts: number];

interface Cover {
  readonly cost: Cost;
  /** Instances of the server added last. */
  readonly last: number;
}

function plus(left: Cost, right: Cost): Cost {
  return [left[0] + right[0], left[1] + right[1], left[2] + right[2], left[3] + right[3]];
}

function compareCosts(left: Cost, right: Cost): number {
  return left.map((value, index) => value - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function costOf(server: Configuration): Cost {
  return [server.price, 1, server.chassis.heightHalfU, server.powerWatts];
}

/** What a server must offer for `instances` at the target; GPUs and their memory are whole cards and get no headroom. */
function needOf(request: PlanRequest, instances: number, target: number): ResourceVector {
  const perInstance = amountsOf(
    request.basis === 'max' ? { ...request.service.min, ...request.service.max } : request.service.min,
  );
  const wholeCards: readonly ResourceKey[] = ['gpu', 'vram'];
  return vectorOf(
    perInstance.map((amount, index) => {
      const key = RESOURCE_KEYS[index];
      const headroom = key !== undefined && wholeCards.includes(key) ? 1 : target;
      return Math.ceil((amount * instances) / headroom - 1e-9);
    }),
  );
}

/** The best server for each number of instances, up to the spread limit; index 0 is unused. */
function* serversPerCount(
  request: PlanRequest,
  catalogue: Catalogue,
  options: PurchaseOptions,
  priced: boolean,
): Turns<AdviceProgress, (Configuration | null)[]> {
  const { spreadMax } = request.service.placement;
  const most = spreadMax > 0 ? Math.min(spreadMax, request.quantity) : request.quantity;
  const servers: (Configuration | null)[] = [null];
  for (let instances = 1; instances <= most; instances++) {
    const need = needOf(request, instances, options.target);
    let best: Configuration | null = null;
    for (const chassis of catalogue.chassis) {
      yield { phase: 'buying', done: instances - 1, total: most };
      const found = configure(chassis, catalogue.parts, need, { raid: options.raid, priced });
      if (found && (!best || compareConfigurations(found, best) < 0)) best = found;
    }
    if (!best) break;
    servers.push(best);
  }
  return servers;
}

/** Covering: f(i) = min over k <= i of cost(k) + f(i - k); a server for more never costs less than one for fewer. */
function* cheapestCover(
  servers: readonly (Configuration | null)[],
  quantity: number,
): Turns<AdviceProgress, number[] | null> {
  const covers: (Cover | null)[] = [{ cost: [0, 0, 0, 0], last: 0 }];
  for (let count = 1; count <= quantity; count++) {
    yield { phase: 'buying', done: servers.length, total: servers.length };
    let best: Cover | null = null;
    for (let instances = 1; instances < servers.length && instances <= count; instances++) {
      const [server, rest] = [servers[instances], covers[count - instances]];
      if (!server || !rest) continue;
      const cost = plus(rest.cost, costOf(server));
      if (!best || compareCosts(cost, best.cost) < 0) best = { cost, last: instances };
    }
    covers.push(best);
  }
  const counts: number[] = [];
  for (let left = quantity; left > 0;) {
    const instances = covers[left]?.last ?? 0;
    if (instances === 0) return null;
    counts.push(instances);
    left -= instances;
  }
  return counts.toSorted((left, right) => right - left);
}

function offerOf(
  request: PlanRequest,
  server: Configuration,
  instances: number,
  options: PurchaseOptions,
  priced: boolean,
): ServerOffer {
  const perInstance = needOf(request, instances, 1);
  const shares = RESOURCE_KEYS.filter((key) => server.provides[key] > 0).map(
    (key) => perInstance[key] / server.provides[key],
  );
  const utilisation = shares.length > 0 ? shares.reduce((sum, share) => sum + share, 0) / shares.length : 0;
  const shape = typeof request.shape === 'string' ? UTILISATION_SHAPES[request.shape] : request.shape;
  return {
    chassisId: server.chassis.id,
    chassis: server.chassis.name,
    parts: server.fitted.map(({ part, quantity }) => {
      const raid = part.kind === 'storage' ? options.raid : null;
      return { partId: part.id, part: part.name, kind: part.kind, quantity, raid };
    }),
    provides: server.provides,
    instances,
    price: priced ? priceOf(server) : null,
    powerWatts: server.powerWatts,
    heightHalfU: server.chassis.heightHalfU,
    utilisation,
    score: scoreOf(utilisation, shape),
  };
}

function priceOf({ chassis, fitted }: Configuration): string {
  return sumMoney([
    chassis.price ?? '0',
    ...fitted.flatMap(({ part, quantity }) => Array.from({ length: quantity }, () => part.price ?? '0')),
  ]);
}

/** By linear relaxation: no server carries an instance for less than the best price per instance, nor more than the most. */
function boundOf(
  servers: readonly (Configuration | null)[],
  quantity: number,
  priced: boolean,
): PurchaseRecommendation['bound'] {
  if (!priced) return { value: String(Math.ceil(quantity / (servers.length - 1))), of: 'machines' };
  const perInstance = servers.flatMap((server, instances) => (server ? [server.price / instances] : []));
  const units = Math.floor(Math.min(...perInstance) * quantity + 1e-6);
  return { value: (units / 10_000).toFixed(2), of: 'price' };
}

/** What nobody has on record of a chassis, so that a person has to look whether the parts fit. */
function unknownFits({ chassis, fitted }: Configuration): string[] {
  const cpu = fitted.find(({ part }) => part.kind === 'cpu')?.part;
  const memory = fitted.find(({ part }) => part.kind === 'ram')?.part;
  const isSilent = (kind: Slot['kind'], about: 'forms' | 'generations'): boolean =>
    chassis.slots.some(({ slot }) => slot.kind === kind && !slot.fits?.[about]?.length);
  const unknownSocket = cpu !== undefined && (isSilent('cpu', 'forms') || !cpu.form);
  const followsCpu = cpu?.form ? memoryOfSockets(cpu.form) !== null : false;
  const unknownMemory =
    memory !== undefined && ((isSilent('dimm', 'generations') && !followsCpu) || !memory.generation);
  return [
    ...(unknownSocket ? [`Whether ${cpu.name} fits the socket of ${chassis.name} is not on record; check it.`] : []),
    ...(unknownMemory
      ? [`Whether ${memory.name} is memory that ${chassis.name} takes is not on record; check it.`]
      : []),
  ];
}

function notesOf(request: PlanRequest, catalogue: Catalogue, options: PurchaseOptions, priced: boolean): string[] {
  const { placement } = request.service;
  const unpriced = [...catalogue.chassis, ...catalogue.parts].some((item) => item.price === null);
  const percent = Math.round(options.target * 100);
  return [
    priced
      ? `Cheapest by list price${unpriced ? '; items without a price were left out' : ''}.`
      : 'No prices are known for a complete server: fewest machines, then rack units, then watts were minimised.',
    `Each machine stays at or below ${percent} % of its cores, memory and storage.`,
    ...(placement.affinity.length + placement.antiAffinity.length + placement.topologySpread.length > 0
      ? [`The new machines need tags that satisfy: ${placementInWords({ ...placement, spreadMax: 0 })}.`]
      : []),
  ];
}

function* recommend(
  request: PlanRequest,
  catalogue: Catalogue,
  options: PurchaseOptions,
  priced: boolean,
): Turns<AdviceProgress, PurchaseRecommendation | null> {
  const usable = <Item extends { price: string | null }>(items: readonly Item[]) =>
    priced ? items.filter((item) => item.price !== null) : items;
  const stock: Catalogue = { ...catalogue, chassis: usable(catalogue.chassis), parts: usable(catalogue.parts) };
  const servers = yield* serversPerCount(request, stock, options, priced);
  const counts = servers.length > 1 ? yield* cheapestCover(servers, request.quantity) : null;
  if (!counts) return null;
  const grouped = [...Map.groupBy(counts, (instances) => instances)].flatMap(([instances, group]) => {
    const server = servers[instances];
    return server
      ? [{ quantity: group.length, server, offer: offerOf(request, server, instances, options, priced) }]
      : [];
  });
  const sum = (value: (entry: (typeof grouped)[number]) => number): number =>
    grouped.reduce((total, entry) => total + value(entry) * entry.quantity, 0);
  const prices = grouped.flatMap(({ quantity, offer }) => Array.from({ length: quantity }, () => offer.price ?? '0'));
  return {
    kind: 'buy',
    type: 'baremetal',
    servers: grouped.map(({ quantity, offer }) => ({ quantity, offer })),
    machines: counts.length,
    price: priced ? sumMoney(prices) : null,
    currency: priced ? catalogue.currency : null,
    powerWatts: sum(({ offer }) => offer.powerWatts),
    heightHalfU: sum(({ offer }) => offer.heightHalfU),
    bound: boundOf(servers, request.quantity, priced),
    objective: priced ? 'price' : 'machines-then-U-then-watts',
    notes: [
      ...notesOf(request, catalogue, options, priced),
      ...new Set(grouped.flatMap(({ server }) => unknownFits(server))),
    ],
  };
}

/**
 * What to buy for the requested quantity of one service (planner.md 6.2): the best server for every number of instances up
 * to the spread limit at the target utilisation, then the exact covering of the quantity by such servers. Optimal over
 * servers with one part type per kind. With a price for everything in some complete server the price is minimised,
 * otherwise machines, then height, then watts, and the notes say so.
 * @returns null when no chassis of the catalogue can hold even one instance.
 */
export function* purchaseFor(
  request: PlanRequest,
  catalogue: Catalogue,
  options: PurchaseOptions = DEFAULT_PURCHASE,
): Turns<AdviceProgress, PurchaseRecommendation | null> {
  return (
    (yield* recommend(request, catalogue, options, true)) ?? (yield* recommend(request, catalogue, options, false))
  );
}
