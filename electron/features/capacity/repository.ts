import { nameOf } from '../../../shared/domain/noun.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { Contribution } from '../../../shared/rules/contribution.ts';
import { componentContribution } from '../../../shared/rules/contribution.ts';
import { TotalsAccumulator, type Fitting, type StatedSize } from '../../../shared/rules/totals.ts';
import type { ComputeTotals, CoresCount } from '../../../shared/rules/totals-model.ts';
import type { ReadDatabase, WriteDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import { BookedReader, NOTHING_BOOKED, type Booked } from './booked.ts';

interface FittingRow {
  readonly component_id: string;
  readonly quantity: number;
  readonly slot: string | null;
  readonly raid_level: string | null;
  readonly raid_group: string | null;
  readonly raid_implementation: 'controller' | 'md' | 'zfs' | null;
  readonly raid_nominal_members: number | null;
  readonly hot_spare: number;
  readonly failed: number;
}

interface PlacedFittingRow extends FittingRow {
  readonly compute_id: string;
}

interface StatedRow {
  readonly id: string;
  readonly stated_cores: number | null;
  readonly stated_memory_mb: number | null;
  readonly stated_vram_mb: number | null;
  readonly stated_nvme_gb: number | null;
  readonly stated_gpu: number | null;
}

const FITTING_COLUMNS = `component_id, quantity, slot, raid_level, raid_group, raid_implementation, raid_nominal_members,
  hot_spare, failed`;

const FITTINGS = `SELECT ${FITTING_COLUMNS} FROM component_assignment WHERE compute_id = ?`;

/** In the order they are stored, which costs half of what sorting by compute does. */
const ALL_FITTINGS = `SELECT compute_id, ${FITTING_COLUMNS} FROM component_assignment`;

/** A catalogue entry as totals need it; read once, as many computes hold the same parts. */
interface CataloguePart {
  readonly contribution: Contribution;
  readonly name: string | null;
}

/** A size that is not stated is the flavor's, where the compute has one. */
const STATED = `
  SELECT compute.id, ifnull(stated_cores, flavor.cores) AS stated_cores, ifnull(stated_memory_mb, flavor.memory_mb) AS stated_memory_mb,
    ifnull(stated_vram_mb, flavor.vram_mb) AS stated_vram_mb, ifnull(stated_nvme_gb, flavor.nvme_gb) AS stated_nvme_gb,
    ifnull(stated_gpu, flavor.gpu) AS stated_gpu
  FROM compute LEFT JOIN flavor ON flavor.id = compute.flavor_id`;

const ANY_STATED = `compute.stated_cores IS NOT NULL OR compute.stated_memory_mb IS NOT NULL OR compute.stated_vram_mb IS NOT NULL
  OR compute.stated_nvme_gb IS NOT NULL OR compute.stated_gpu IS NOT NULL OR compute.flavor_id IS NOT NULL`;

/** Adds up a compute from its rows with the one totals function; keeps what each catalogue entry contributes. */
export class CapacityReader {
  readonly #database: ReadDatabase;
  readonly #fittings;
  readonly #stated;
  readonly #booked: BookedReader;
  readonly #parts = new Map<string, CataloguePart>();
  #coresCount: CoresCount | null = null;

  constructor(database: ReadDatabase) {
    this.#database = database;
    this.#fittings = database.prepare<[string], FittingRow>(FITTINGS);
    this.#stated = database.prepare<[string], StatedRow>(`${STATED} WHERE compute.id = ?`);
    this.#booked = new BookedReader(database);
  }

  /** Forgets what components and the cores setting said; call when one of them changed. */
  forget(): void {
    this.#parts.clear();
    this.#coresCount = null;
  }

  get coresCount(): CoresCount {
    this.#coresCount ??=
      this.#database.prepare<[], CoresCount>("SELECT cores_count FROM setting WHERE id = 'workspace'").pluck().get() ??
      'cores';
    return this.#coresCount;
  }

  totals(computeId: string): ComputeTotals {
    const accumulator = new TotalsAccumulator(this.coresCount);
    for (const row of this.#fittings.all(computeId)) this.#add(accumulator, row);
    return accumulator.finish(statedOf(this.#stated.get(computeId)));
  }

  /** Tells the totals of every compute, and what is booked on it, in one pass over all parts and one over all bookings. */
  everyCompute(tell: (computeId: string, totals: ComputeTotals, booked: Booked) => void): void {
    const booked = this.#booked.ofEvery();
    this.everyTotals((id, totals) => tell(id, totals, booked.get(id) ?? NOTHING_BOOKED));
  }

  /** Tells the totals of every compute in one pass over all parts; of computes without parts too. */
  everyTotals(tell: (computeId: string, totals: ComputeTotals) => void): void {
    const stated = new Map(
      this.#database
        .prepare<[], StatedRow>(`${STATED} WHERE ${ANY_STATED}`)
        .all()
        .map((row) => [row.id, statedOf(row)]),
    );
    const accumulator = new TotalsAccumulator(this.coresCount);
    const finish = (computeId: string) => {
      tell(computeId, accumulator.finish(stated.get(computeId)));
      accumulator.reset();
    };
    const rows = this.#database.prepare<[], PlacedFittingRow>(ALL_FITTINGS).all();
    for (const [computeId, runs] of runsByCompute(rows)) {
      for (let run = 0; run < runs.length; run += 2)
        for (let at = runs[run] ?? 0; at < (runs[run + 1] ?? 0); at++) this.#add(accumulator, rows[at] as FittingRow);
      finish(computeId);
    }
    const withoutParts = 'SELECT id FROM compute WHERE id NOT IN (SELECT compute_id FROM component_assignment)';
    for (const computeId of this.#database.prepare<[], string>(withoutParts).pluck().all()) finish(computeId);
  }

  /** What the services on a compute take of it. */
  booked(computeId: string): Booked {
    return this.#booked.of(computeId);
  }

  #add(accumulator: TotalsAccumulator, row: FittingRow): void {
    const { contribution, name } = this.#part(row.component_id);
    accumulator.add(contribution, fittingOf(row, name));
  }

  #part(componentId: string): CataloguePart {
    const known = this.#parts.get(componentId);
    if (known) return known;
    const definition = definitionOf('component');
    const record: StoredRecord = findRecord(this.#database, definition, componentId) ?? { id: componentId };
    const contribution = componentContribution({
      type: record['type'] as string,
      specs: (record['specs'] ?? {}) as Record<string, unknown>,
      powerWatts: record['powerWatts'] as number | null,
      weightGrams: record['weightGrams'] as number | null,
    });
    const made = { contribution, name: nameOf(definition, record) };
    this.#parts.set(componentId, made);
    return made;
  }
}

/** From and to (excluded) of each run of rows that one compute has; most have one run, as they were entered together. */
function runsByCompute(rows: readonly PlacedFittingRow[]): Map<string, number[]> {
  const runs = new Map<string, number[]>();
  for (let from = 0; from < rows.length;) {
    const computeId = rows[from]?.compute_id ?? '';
    let to = from + 1;
    while (rows[to]?.compute_id === computeId) to += 1;
    const known = runs.get(computeId);
    if (known) known.push(from, to);
    else runs.set(computeId, [from, to]);
    from = to;
  }
  return runs;
}

function fittingOf(row: FittingRow, name: string | null): Fitting {
  return {
    quantity: row.quantity,
    slot: row.slot,
    componentName: name,
    raidLevel: row.raid_level,
    raidGroup: row.raid_group,
    raidImplementation: row.raid_implementation,
    raidNominalMembers: row.raid_nominal_members,
    hotSpare: row.hot_spare === 1,
    failed: row.failed === 1,
  };
}

function statedOf(row: StatedRow | undefined): StatedSize {
  return {
    cores: row?.stated_cores,
    memory: row?.stated_memory_mb,
    vram: row?.stated_vram_mb,
    nvme: row?.stated_nvme_gb,
    gpu: row?.stated_gpu,
  };
}

/** Writes the capacity row of a compute. */
export function capacityWriter(database: WriteDatabase): {
  write(computeId: string, totals: ComputeTotals, booked: Booked): void;
  remove(computeId: string): void;
} {
  const replace = database.prepare(
    `INSERT OR REPLACE INTO capacity (compute_id, cores, memory, vram, nvme, gpu, cores_allocated, memory_allocated, vram_allocated,
       nvme_allocated, gpu_allocated, services, draw_watts, weight_grams) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const remove = database.prepare('DELETE FROM capacity WHERE compute_id = ?');
  return {
    write: (computeId, totals, { allocated, services }) => {
      const amounts = [...RESOURCE_KEYS.map((key) => totals[key]), ...RESOURCE_KEYS.map((key) => allocated[key])];
      replace.run(computeId, ...amounts, services, totals.estimatedDrawWatts, totals.weightGrams);
    },
    remove: (computeId) => remove.run(computeId),
  };
}
