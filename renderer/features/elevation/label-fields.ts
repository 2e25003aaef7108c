import { CUSTOM_PREFIX, type CustomField } from '../../../shared/domain/custom-field.ts';
import type { LabelValues } from '../../../shared/contract/rack.ts';
import type { FieldMeta } from '../../../shared/domain/field.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { fieldText } from '../noun/field-text.ts';
import { typeLabel, type DeviceFact } from './device-fact.ts';

/** What a drawing knows of its devices without asking further. */
const KNOWN_LABELS = [
  { value: 'name', label: 'Name' },
  { value: 'type', label: 'Type' },
  { value: 'model', label: 'Device type' },
  { value: 'owner', label: 'Owner' },
  { value: 'role', label: 'Role' },
  { value: 'serial', label: 'Serial number' },
  { value: 'assetTag', label: 'Asset tag' },
] as const;

export type KnownLabel = (typeof KNOWN_LABELS)[number]['value'];

/** A known label, the key of a field or computed column, or `custom.` and the key of a custom field. */
export type LabelField = string;

export interface LabelChoice {
  readonly value: LabelField;
  readonly label: string;
}

export interface LabelGroup {
  readonly group: string;
  readonly items: readonly LabelChoice[];
}

/** Empty, so that an empty field is not taken for another one. */
const EMPTY = '–';

const SEEN_AS: ReadonlySet<string> = new Set([...KNOWN_LABELS.map(({ value }) => value), 'deviceTypeId']);

export function isKnownLabel(field: LabelField): field is KnownLabel {
  return KNOWN_LABELS.some(({ value }) => value === field);
}

export function knownLabels(values: readonly KnownLabel[]): readonly LabelChoice[] {
  return KNOWN_LABELS.filter(({ value }) => values.includes(value));
}

type Noun = 'compute' | 'equipment';

/** Fields and computed columns of a noun that can be written on a device. */
function fieldsOf(noun: Noun): readonly LabelChoice[] {
  const { fieldList, derived = [] } = definitionOf(noun);
  const fields = fieldList.filter(({ key, meta }) => meta.kind !== 'json' && !SEEN_AS.has(key));
  return [...fields.map(({ key, meta }) => ({ value: key, label: meta.label })), ...derived.map(asChoice)];
}

function asChoice({ key, label }: { readonly key: string; readonly label: string }): LabelChoice {
  return { value: key, label };
}

function byLabel(a: LabelChoice, b: LabelChoice): number {
  return a.label.localeCompare(b.label);
}

function builtInGroups(): readonly LabelGroup[] {
  const [computes, equipment] = [fieldsOf('compute'), fieldsOf('equipment')];
  const shared = computes.filter(({ value }) => equipment.some((other) => other.value === value));
  const isShared = ({ value }: LabelChoice) => shared.some((other) => other.value === value);
  return [
    { group: 'Often used', items: KNOWN_LABELS },
    { group: 'Computes and equipment', items: shared.toSorted(byLabel) },
    { group: 'Computes only', items: computes.filter((choice) => !isShared(choice)).toSorted(byLabel) },
    { group: 'Equipment only', items: equipment.filter((choice) => !isShared(choice)).toSorted(byLabel) },
  ];
}

const BUILT_IN = builtInGroups();

/** Every field that computes and equipment have, each once. */
export function labelGroups(custom: readonly CustomField[]): readonly LabelGroup[] {
  const own = custom.map(({ key, label }) => ({ value: `${CUSTOM_PREFIX}${key}`, label }));
  const items = [...new Map(own.map((choice) => [choice.value, choice])).values()];
  return [...BUILT_IN, { group: 'Custom fields', items }].filter((group) => group.items.length > 0);
}

/** What a known label writes on a device. */
export function knownLabelOf(fact: DeviceFact, field: KnownLabel): string {
  if (field === 'type') return typeLabel(fact.type);
  return fact[field] ?? EMPTY;
}

/** A computed column is read as a field of its kind and unit; a custom value as it is written. */
function metaOf(noun: Noun, field: LabelField): FieldMeta {
  const { fieldList, derived = [] } = definitionOf(noun);
  const own = fieldList.find(({ key }) => key === field);
  if (own) return own.meta;
  const column = derived.find(({ key }) => key === field);
  if (!column) return { label: field, kind: 'text', required: false };
  const { label, kind, unit, choices } = column;
  return { label, kind, required: false, ...(unit && { unit }), ...(choices && { choices }) };
}

/** What any other field writes on devices, by id; a device whose noun has no such field is not in it. */
export function labelTexts({ values, references }: LabelValues, field: LabelField): ReadonlyMap<string, string> {
  return new Map(
    values.map(({ id, noun, value, currency }) => [
      id,
      fieldText(metaOf(noun, field), value, { currency }, references) || EMPTY,
    ]),
  );
}

/** What to write while texts are on their way, and on devices that have no such field. */
export function labelIn(texts: ReadonlyMap<string, string> | null, { id }: DeviceFact): string {
  return texts === null ? '' : (texts.get(id) ?? EMPTY);
}
