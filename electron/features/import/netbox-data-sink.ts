import { FailureError } from '../../../shared/contract/failure.ts';
import type { Clash, NetBoxDataReport } from '../../../shared/contract/netbox-data.ts';
import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { definitionOf, type NounName } from '../../../shared/domain/nouns.ts';
import { newId } from '../../db/identifier.ts';
import { nameKey, scopeOf } from '../../db/object-names.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { writeTags } from '../object/extras-repository.ts';
import { findByNaturalKey } from '../object/reference-repository.ts';
import { createRow } from '../object/service.ts';
import { validDraft } from '../object/validation.ts';

type Draft = Readonly<Record<string, unknown>>;
type Counts = NetBoxDataReport['byNoun'][string];

interface Present {
  readonly id: string;
  readonly noun: string;
}

/** Writes what an import makes, counts it, and keeps what was renamed or left out, each with its reason. */
export class ImportSink {
  readonly byNoun: Record<string, Counts> = {};
  readonly findings: NetBoxDataReport['findings'] = [];
  readonly context: WriteContext;
  readonly #rules: NounRules;
  readonly #clash: Clash;
  /** Rows that this import has made or matched already: a second row of the same name is another thing. */
  readonly #taken = new Set<string>();
  readonly #named;
  readonly #placed;
  readonly #standing;

  constructor(context: WriteContext, rules: NounRules, clash: Clash) {
    this.context = context;
    this.#rules = rules;
    this.#clash = clash;
    this.#named = context.database.prepare<[string, string, string], Present>(
      'SELECT id, noun FROM object WHERE family = ? AND scope = ? AND name_key = ?',
    );
    this.#placed = context.database.prepare<[string]>('SELECT id FROM placement WHERE object_id = ?');
    this.#standing = context.database.prepare<[Draft], { id: string }>(
      `SELECT equipment.id FROM placement JOIN equipment ON equipment.id = placement.object_id
       WHERE placement.rack_id = @rackId AND placement.position_half_u = @positionHalfU AND placement.face = @face
         AND equipment.name IS NULL AND equipment.device_type_id IS @deviceTypeId`,
    );
  }

  /**
   * A named row: made, or matched with the one of that name as the clash rule says. Answers its id, or null when it was
   * left out. Rules over several rows do not run: the import itself answers for them.
   */
  named(noun: NounName, draft: Draft, tags: Readonly<Record<string, string>> = {}): string | null {
    const definition = definitionOf(noun);
    const id = this.#guarded(noun, draft, () =>
      this.#underName(definition, validDraft(definition, draft) as StoredRecord),
    );
    if (id !== null && Object.keys(tags).length > 0) writeTags(this.context, id, tags, false);
    return id;
  }

  /** A row known by its natural key: one that is there is used; its fields change only when clashes are to update. */
  keyed(noun: NounName, draft: Draft): string | null {
    const definition = definitionOf(noun);
    return this.#guarded(noun, draft, () => {
      const record = validDraft(definition, draft) as StoredRecord;
      const id = findByNaturalKey(this.context.database, definition, record);
      if (id === null) return this.#insert(definition, record);
      return this.#use(definition, id, this.#clash === 'update' ? record : {});
    });
  }

  /** A row that the rules of its noun judge (a place, a reservation, a cable); refused ones become findings. */
  judged(noun: NounName, draft: Draft, called: string): string | null {
    try {
      const { id } = createRow(this.context, this.#rules, definitionOf(noun), draft);
      this.#count(noun, 'created');
      return id;
    } catch (error) {
      return this.#note(noun, called, error);
    }
  }

  /** The row with the natural key of a draft, or null. */
  keyOf(noun: NounName, draft: Draft): string | null {
    return findByNaturalKey(this.context.database, definitionOf(noun), draft);
  }

  isPlaced(objectId: string): boolean {
    return this.#placed.get(objectId) !== undefined;
  }

  /** The unnamed equipment of a type that stands at a place already, when clashes are not to make second ones. */
  unnamedAt(
    place: { rackId: string; positionHalfU: number; face: string },
    deviceTypeId: string | null,
  ): string | null {
    if (this.#clash === 'suffix') return null;
    return this.#standing.get({ ...place, deviceTypeId })?.id ?? null;
  }

  finding(noun: string, name: string, message: string): void {
    this.findings.push({ noun, name, message });
  }

  unchanged(noun: NounName): void {
    this.#count(noun, 'unchanged');
  }

  #underName(definition: NounDefinition, record: StoredRecord): string {
    const name = nameOf(definition, record);
    if (name === null || !definition.names) return this.#insert(definition, record);
    for (let number = 1; ; number += 1) {
      const candidate = number === 1 ? name : `${name} (${number})`;
      const present = this.#named.get(definition.names.family, scopeOf(definition, record), nameKey(candidate));
      if (!present) {
        if (number > 1)
          this.finding(definition.noun, candidate, `The name "${name}" is taken; it is called "${candidate}".`);
        return this.#insert(definition, { ...record, name: candidate });
      }
      const same = present.noun === definition.noun && !this.#taken.has(present.id);
      if (same && this.#clash !== 'suffix')
        return this.#use(definition, present.id, this.#clash === 'update' ? { ...record, name: candidate } : {});
    }
  }

  #insert(definition: NounDefinition, record: StoredRecord): string {
    const id = newId();
    this.context.insert(definition, { ...record, id });
    this.#taken.add(id);
    this.#count(definition.noun, 'created');
    return id;
  }

  #use(definition: NounDefinition, id: string, patch: Draft): string {
    this.#taken.add(id);
    const present = findRecord(this.context.database, definition, id);
    const { id: _id, ...fields } = patch;
    const changed = present ? this.context.update(definition, present, fields).length > 0 : false;
    this.#count(definition.noun, changed ? 'updated' : 'unchanged');
    return id;
  }

  #guarded(noun: NounName, draft: Draft, write: () => string): string | null {
    try {
      return write();
    } catch (error) {
      const name = draft['name'] ?? draft['model'];
      return this.#note(noun, typeof name === 'string' ? name : noun, error);
    }
  }

  #note(noun: string, name: string, error: unknown): null {
    if (!(error instanceof FailureError)) throw error;
    this.finding(noun, name, error.failure.message);
    return null;
  }

  #count(noun: string, outcome: keyof Counts): void {
    const counts = (this.byNoun[noun] ??= { created: 0, updated: 0, unchanged: 0 });
    counts[outcome] += 1;
  }
}
