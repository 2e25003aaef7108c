import { RESOURCE_KEYS, type ResourceKey } from '../../../shared/domain/resource.ts';
import type { ReadDatabase } from '../../db/connection.ts';

/** What the services on a compute take of it. */
export interface Booked {
  /** Σ allocated × quantity per resource. */
  readonly allocated: Readonly<Record<ResourceKey, number>>;
  readonly services: number;
}

interface BookingRow {
  readonly quantity: number;
  readonly allocated: string;
}

type PlacedBookingRow = BookingRow & { readonly compute_id: string };

const KEPT_AT_MOST = 1000;

/** Adds up what is booked on computes. */
export class BookedReader {
  readonly #database: ReadDatabase;
  readonly #ofOne;
  /** What texts of sizes say: most bookings of a service are of one size. */
  readonly #sizes = new Map<string, Partial<Record<ResourceKey, number>>>();

  constructor(database: ReadDatabase) {
    this.#database = database;
    this.#ofOne = database.prepare<[string], BookingRow>(
      'SELECT quantity, allocated FROM assignment WHERE compute_id = ?',
    );
  }

  of(computeId: string): Booked {
    const sum = nothing();
    for (const row of this.#ofOne.all(computeId)) this.#add(sum, row);
    return sum;
  }

  /** Of every compute with services, in one pass over all of them. */
  ofEvery(): ReadonlyMap<string, Booked> {
    const sums = new Map<string, Sum>();
    const rows = this.#database.prepare<[], PlacedBookingRow>('SELECT compute_id, quantity, allocated FROM assignment');
    for (const row of rows.iterate()) {
      let sum = sums.get(row.compute_id);
      if (!sum) sums.set(row.compute_id, (sum = nothing()));
      this.#add(sum, row);
    }
    return sums;
  }

  #add(sum: Sum, { quantity, allocated }: BookingRow): void {
    const size = this.#size(allocated);
    for (const key of RESOURCE_KEYS) sum.allocated[key] += (size[key] ?? 0) * quantity;
    sum.services += 1;
  }

  #size(text: string): Partial<Record<ResourceKey, number>> {
    const known = this.#sizes.get(text);
    if (known) return known;
    if (this.#sizes.size >= KEPT_AT_MOST) this.#sizes.clear();
    const size = JSON.parse(text) as Partial<Record<ResourceKey, number>>;
    this.#sizes.set(text, size);
    return size;
  }
}

interface Sum {
  readonly allocated: Record<ResourceKey, number>;
  services: number;
}

function nothing(): Sum {
  return { allocated: { cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 }, services: 0 };
}

/** Of a compute without services. */
export const NOTHING_BOOKED: Booked = nothing();
