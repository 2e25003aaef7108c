import { fail } from '../../../shared/contract/failure.ts';

/** One row of a NetBox dump, read key by key. What is absent, empty or of another kind reads as null. */
export class DataRow {
  readonly pk: number;
  readonly #fields: object;

  constructor(pk: number, fields: object) {
    this.pk = pk;
    this.#fields = fields;
  }

  /** One line of text, trimmed and cut to `maximum`. */
  text(key: string, maximum = 200): string | null {
    const value = this.#value(key);
    if (typeof value !== 'string') return null;
    return value.replaceAll(/\s+/g, ' ').trim().slice(0, maximum) || null;
  }

  multiline(key: string, maximum = 20_000): string | null {
    const value = this.#value(key);
    return typeof value === 'string' && value.trim() !== '' ? value.slice(0, maximum) : null;
  }

  /** NetBox writes decimals as text: `4.0`. */
  number(key: string): number | null {
    const value = this.#value(key);
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : null;
  }

  whole(key: string): number | null {
    const value = this.number(key);
    return value !== null && Number.isSafeInteger(value) ? value : null;
  }

  flag(key: string): boolean {
    return this.#value(key) === true;
  }

  list(key: string): readonly unknown[] {
    const value = this.#value(key);
    return Array.isArray(value) ? (value as readonly unknown[]) : [];
  }

  #value(key: string): unknown {
    return Object.hasOwn(this.#fields, key) ? (Reflect.get(this.#fields, key) as unknown) : null;
  }
}

const NOTHING: ReadonlyMap<number, DataRow> = new Map();

/** The rows of a dump by model and primary key. */
export class NetBoxData {
  readonly #models = new Map<string, Map<number, DataRow>>();

  add(model: string, row: DataRow): void {
    const rows = this.#models.get(model);
    if (rows) rows.set(row.pk, row);
    else this.#models.set(model, new Map([[row.pk, row]]));
  }

  get models(): ReadonlyMap<string, ReadonlyMap<number, DataRow>> {
    return this.#models;
  }

  of(model: string): ReadonlyMap<number, DataRow> {
    return this.#models.get(model) ?? NOTHING;
  }

  /** The row that a reference field points at. */
  referenced(model: string, row: DataRow, key: string): DataRow | undefined {
    const pk = row.whole(key);
    return pk === null ? undefined : this.of(model).get(pk);
  }

  /** The name of the row that a reference field points at. */
  nameOf(model: string, row: DataRow, key: string): string | null {
    return this.referenced(model, row, key)?.text('name', 128) ?? null;
  }
}

const NEEDED = ['dcim.site', 'dcim.rack', 'dcim.device'];

/** Reads the text of a NetBox dump: a JSON list of `{"model", "pk", "fields"}`. Refuses anything else with E_FORMAT. */
export function readNetBoxData(text: string): NetBoxData {
  const rows = parsed(text);
  const data = new NetBoxData();
  for (const row of rows) {
    if (typeof row !== 'object' || row === null) return refuse();
    const [model, pk, fields] = ['model', 'pk', 'fields'].map((key) => Reflect.get(row, key) as unknown);
    if (typeof model !== 'string' || typeof fields !== 'object' || fields === null) return refuse();
    if (typeof pk === 'number' && Number.isSafeInteger(pk)) data.add(model, new DataRow(pk, fields));
  }
  if (!NEEDED.some((model) => data.models.has(model))) refuse();
  return data;
}

/** Each takes memory of its own, however short it is written: more than this of the largest file would not fit. */
const VALUES_AT_MOST = 20_000_000;

function refuseBomb(text: string): void {
  let values = 0;
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) values += 1;
  if (values > VALUES_AT_MOST)
    fail('E_LIMIT_MAX', 'The file holds more than 20,000,000 values; import the data set in parts.');
}

function parsed(text: string): readonly unknown[] {
  refuseBomb(text);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('E_FORMAT', 'The file is not valid JSON; a NetBox data set is a JSON dump of its tables.');
  }
  return Array.isArray(value) ? (value as readonly unknown[]) : refuse();
}

function refuse(): never {
  return fail(
    'E_FORMAT',
    'The file is JSON but no NetBox data set: a list of rows with "model", "pk" and "fields" is needed, with sites, racks or devices.',
  );
}
