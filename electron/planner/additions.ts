import { RESOURCE_KEYS, type ResourceKey, type ResourceVector } from '../../shared/domain/resource.ts';
import { countOf, priceUnits, type CataloguePart, type PartKind, type SlotGroup } from './catalogue.ts';
import { compareText } from './figures.ts';
import { fitTogether, type Pieces, type SlotsLeft } from './slots-left.ts';

/** Parts and how many of each lie on the spare shelves. */
export interface PartSupply {
  readonly parts: readonly CataloguePart[];
  /** Pieces on the shelves, by part id. */
  readonly spares: ReadonlyMap<string, number>;
}

/** Pieces of one part put into a machine. */
export interface Addition extends Pieces {
  /** How many of them lie on a shelf; the others are bought. */
  readonly spares: number;
  /** The first free slots that take it; empty where it is not known which are free. */
  readonly slots: readonly string[];
}

/** A part with what it costs here and where it goes. */
interface Offer {
  readonly part: CataloguePart;
  readonly groups: readonly SlotGroup[];
  readonly room: number;
  readonly spares: number;
}

interface Choice {
  readonly pieces: readonly Pieces[];
  /** Ten-thousandths of the currency; Infinity where a price is unknown. */
  readonly cost: number;
  readonly count: number;
  /** How much more than what is missing it gives, in millionths. */
  readonly over: number;
}

/** How many types are tried side by side. */
const PAIRED_AT_MOST = 16;

type Short = Partial<ResourceVector>;

/** Pieces needed of one part; Infinity when it does not supply what is missing. */
function piecesOf(part: CataloguePart, short: Short): number {
  return Math.max(
    ...RESOURCE_KEYS.map((key) =>
      (short[key] ?? 0) > 0 ? Math.ceil((short[key] ?? 0) / (part.provides[key] ?? 0)) : 0,
    ),
  );
}

/** What is still missing after so many pieces of a part. */
function lacking(short: Short, part: CataloguePart, quantity: number): Short {
  return Object.fromEntries(
    RESOURCE_KEYS.map((key) => [key, Math.max(0, (short[key] ?? 0) - (part.provides[key] ?? 0) * quantity)]),
  );
}

function priceOf({ price }: CataloguePart): number {
  return price === null ? Infinity : priceUnits(price);
}

/** Ten-thousandths of the currency; what is on the shelf costs nothing. Infinity where the price of the rest is unknown. */
export function costOf({ part, quantity, spares }: Omit<Addition, 'slots'>): number {
  return quantity <= spares ? 0 : priceOf(part) * (quantity - spares);
}

function choiceOf(pieces: readonly (Offer & Pieces)[], short: Short): Choice {
  const given = (key: ResourceKey): number =>
    pieces.reduce((sum, { part, quantity }) => sum + (part.provides[key] ?? 0) * quantity, 0);
  const over = RESOURCE_KEYS.map((key) => ((short[key] ?? 0) > 0 ? given(key) / (short[key] ?? 1) : 0));
  return {
    pieces: pieces.map(({ part, quantity }) => ({ part, quantity })),
    cost: pieces.reduce((sum, piece) => sum + costOf(piece), 0),
    count: pieces.reduce((sum, { quantity }) => sum + quantity, 0),
    over: Math.round(over.reduce((sum, share) => sum + share, 0) * 1e6),
  };
}

/** Negative where `left` is to be preferred: cheapest, then the fewest pieces, then a single type, then the least that suffices. */
function compareChoices(left: Choice, right: Choice): number {
  const ids = ({ pieces }: Choice): string => pieces.map(({ part }) => part.id).join(' ');
  return (
    (left.cost === right.cost ? 0 : left.cost - right.cost) ||
    left.count - right.count ||
    left.pieces.length - right.pieces.length ||
    left.over - right.over ||
    compareText(ids(left), ids(right))
  );
}

function ofOne(offer: Offer, short: Short): Choice[] {
  const quantity = piecesOf(offer.part, short);
  if (quantity > offer.room) return [];
  return [choiceOf([{ ...offer, quantity }], short)];
}

/** Some of one part and as many of another as then are missing. */
function ofTwo(first: Offer, second: Offer, short: Short, open: number): Choice[] {
  const fits = fitTogether(first.groups, second.groups);
  const most = Math.min(first.room, piecesOf(first.part, short) - 1);
  return Array.from({ length: Math.max(0, most) }, (_, index) => index + 1).flatMap((quantity): Choice[] => {
    const rest = piecesOf(second.part, lacking(short, first.part, quantity));
    if (rest === 0 || quantity + rest > open || !fits(quantity, rest)) return [];
    return [
      choiceOf(
        [
          { ...first, quantity },
          { ...second, quantity: rest },
        ],
        short,
      ),
    ];
  });
}

/** Whether one part gives at least as much, costs no more and goes wherever the other goes. */
function isAsGood(offer: Offer, other: Offer): boolean {
  const price = priceOf(offer.part);
  return (
    price < Infinity &&
    price <= priceOf(other.part) &&
    RESOURCE_KEYS.every((key) => (offer.part.provides[key] ?? 0) >= (other.part.provides[key] ?? 0)) &&
    other.groups.every((group) => offer.groups.includes(group))
  );
}

/** Memory of two forms or generations is not put into one machine. */
function areAlike({ part }: Offer, { part: other }: Offer): boolean {
  return part.kind !== 'ram' || (part.form === other.form && part.generation === other.generation);
}

/** The parts worth putting beside others: of those to buy only what no other is better than. */
function worthPairing(offers: readonly Offer[]): Offer[] {
  const outdone = (offer: Offer): boolean =>
    offers.some(
      (other) =>
        other !== offer &&
        isAsGood(other, offer) &&
        (!isAsGood(offer, other) || compareText(other.part.id, offer.part.id) < 0),
    );
  return offers
    .filter((offer) => offer.spares > 0 || !outdone(offer))
    .toSorted((left, right) => Math.sign(right.spares) - Math.sign(left.spares))
    .slice(0, PAIRED_AT_MOST);
}

/**
 * The cheapest parts for one kind of slot, as far as they go from the shelf; then the fewest pieces. One type of part, or
 * two side by side; CPUs of one type only.
 * @returns null where what is missing cannot be made up; else the slots are taken.
 */
export function additionsFor(
  supply: PartSupply,
  kind: PartKind,
  short: Short,
  slots: SlotsLeft,
): readonly Addition[] | null {
  const open = slots.openFor(kind);
  const offers = supply.parts
    .filter((part) => part.kind === kind)
    .flatMap((part): Offer[] => {
      const groups = slots.groupsFor(part);
      const room = Math.min(countOf(groups), open);
      return room > 0 ? [{ part, groups, room, spares: supply.spares.get(part.id) ?? 0 }] : [];
    });
  const single = offers.flatMap((offer) => ofOne(offer, short));
  const paired = kind === 'cpu' ? [] : worthPairing(offers);
  const pairs = paired.flatMap((first, index) =>
    paired.slice(index + 1).flatMap((second) => (areAlike(first, second) ? ofTwo(first, second, short, open) : [])),
  );
  const [best] = [...single, ...pairs].toSorted(compareChoices);
  if (!best) return null;
  const taken = slots.take(best.pieces);
  return best.pieces.map(({ part, quantity }, index) => {
    const spares = Math.min(quantity, supply.spares.get(part.id) ?? 0);
    return { part, quantity, spares, slots: taken[index] ?? [] };
  });
}
