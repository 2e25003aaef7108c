import { IconCheck } from '@tabler/icons-react';
import { CUSTOM_PREFIX, type CustomField } from '../../../shared/domain/custom-field.ts';
import type { FieldDefinition, NounDefinition } from '../../../shared/domain/noun.ts';
import type { NounItem, ReferenceNames } from '../../bridge/noun-client.ts';
import { Badge, TagChip } from '../../ui/Badge.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { objectHref } from '../../ui/location.ts';
import type { DataColumn } from '../../ui/table-layout.ts';
import { choiceText, fieldText, quantityText } from './field-text.ts';
import styles from './columns.module.css';

/** A row as the list holds it: the item and the names its references point at. */
export interface ListRow {
  readonly item: NounItem;
  readonly references: ReferenceNames;
}

export interface NounColumn extends DataColumn<ListRow> {
  readonly shown: boolean;
  /** What a spreadsheet gets: the stored value, references by name. */
  readonly plain: (row: ListRow) => string;
}

const RIGHT_ALIGNED = new Set(['integer', 'money']);

/** The columns a list of the noun offers: its fields, its derived figures, its tags and its custom fields. */
export function nounColumns(
  definition: NounDefinition,
  customFields: readonly CustomField[],
  openHref: (id: string) => string,
): readonly NounColumn[] {
  const opener = definition.opensBy ?? nameField(definition) ?? definition.derived?.[0]?.key;
  const fields = definition.fieldList
    .filter((field) => field.meta.columnWidth !== undefined)
    .map((field) => fieldColumn(field, field.key === opener ? openHref : null));
  const statuses = new Set(definition.fieldList.filter((field) => field.meta.choices).map((field) => field.key));
  const extras = definition.tagged ? [tagColumn(), ...customFields.map(customColumn)] : [];
  const derived = derivedColumns(definition, opener, openHref);
  // Where a noun has derived figures they are what people look for: they stand before its free text.
  const isStatus = (column: NounColumn) => derived.length > 0 && statuses.has(column.id);
  const [statusColumns, rest] = [fields.filter(isStatus), fields.filter((column) => !isStatus(column))];
  const figures = definition.opensBy === undefined ? [...statusColumns, ...derived] : [...derived, ...statusColumns];
  const all = [...figures, ...rest, ...extras];
  return [...all.filter(({ id }) => id === opener), ...all.filter(({ id }) => id !== opener)];
}

/** The field that a row is opened by: its name, else the last text of its natural key (a model). */
function nameField(definition: NounDefinition): string | undefined {
  const texts = definition.fieldList.filter(
    (field) => field.meta.kind === 'text' && field.meta.columnWidth !== undefined,
  );
  const ofKey = texts.filter((field) => field.meta.required && definition.naturalKey.includes(field.key));
  return (texts.find((field) => field.key === 'name') ?? ofKey.at(-1) ?? texts[0])?.key;
}

function fieldColumn({ key, meta }: FieldDefinition, openHref: ((id: string) => string) | null): NounColumn {
  const text = ({ item, references }: ListRow) => fieldText(meta, item.record[key], item.record, references);
  return {
    id: key,
    label: meta.label,
    ...(meta.help ? { help: meta.help } : {}),
    width: meta.columnWidth ?? 120,
    align: RIGHT_ALIGNED.has(meta.kind) ? 'end' : 'start',
    ...(meta.kind === 'json' ? {} : { sortKey: key }),
    shown: meta.columnShown ?? false,
    plain: (row) => {
      const value = row.item.record[key];
      if (meta.kind === 'reference') return text(row);
      return plainText(value);
    },
    cell: (row) => (
      <FieldCell field={{ key, meta }} row={row} text={text(row)} href={openHref?.(row.item.record.id) ?? null} />
    ),
  };
}

interface FieldCellProps {
  readonly field: Pick<FieldDefinition, 'key' | 'meta'>;
  readonly row: ListRow;
  readonly text: string;
  readonly href: string | null;
}

function FieldCell({ field: { key, meta }, row: { item }, text, href }: FieldCellProps) {
  if (href !== null) {
    return (
      <a className={styles.name} href={href} tabIndex={-1}>
        {text === '' ? <em>{unnamedText(item)}</em> : text}
      </a>
    );
  }
  if (meta.kind === 'flag') return item.record[key] === true ? <IconCheck size="1rem" aria-label="Yes" /> : null;
  const tone = meta.choices?.find((choice) => choice.value === item.record[key])?.tone;
  if (tone) {
    return (
      <Badge tone={tone} plain>
        {text}
      </Badge>
    );
  }
  const target =
    meta.kind === 'reference' && text !== '' ? objectHref(meta.references ?? '', plainText(item.record[key])) : null;
  if (target === null) return <span title={text}>{text}</span>;
  return (
    <a className={styles.reference} href={target} tabIndex={-1}>
      {text}
    </a>
  );
}

/** A row without a name, by what and where it is. */
function unnamedText({ name, record, derived }: NounItem): string {
  if (name !== '') return name;
  const place = [derived['rack'], derived['unit']].filter(Boolean).join(' ');
  return [choiceText('equipment', 'type', plainText(record['type'])), place].filter(Boolean).join(' @ ');
}

/** `opener`: the key of the one that a row without a text of its own (a port assignment) is opened by. */
function derivedColumns(
  definition: NounDefinition,
  opener: string | undefined,
  openHref: (id: string) => string,
): readonly NounColumn[] {
  return (definition.derived ?? []).map((column) => {
    const text = ({ item }: ListRow) => {
      const value = item.derived[column.key];
      if (value === null || value === undefined) return '';
      if (column.kind === 'integer') return quantityText(Number(value), column.unit);
      return column.choices?.find((choice) => choice.value === value)?.label ?? String(value);
    };
    return {
      id: column.key,
      label: column.label,
      ...(column.help ? { help: column.help } : {}),
      width: column.columnWidth,
      align: column.kind === 'integer' ? 'end' : 'start',
      sortKey: column.key,
      shown: column.columnShown ?? false,
      plain: (row) => String(row.item.derived[column.key] ?? ''),
      cell: (row) => (
        <DerivedCell
          value={row.item.derived[column.key]}
          text={text(row)}
          href={column.key === opener ? openHref(row.item.record.id) : null}
        />
      ),
    } satisfies NounColumn;
  });
}

interface DerivedCellProps {
  readonly value: string | number | null | undefined;
  readonly text: string;
  readonly href: string | null;
}

function DerivedCell({ value, text, href }: DerivedCellProps) {
  if (href !== null && text !== '')
    return (
      <a className={styles.name} href={href} tabIndex={-1}>
        {text}
      </a>
    );
  const overbooked = typeof value === 'number' && value < 0;
  if (overbooked) {
    return (
      <Badge tone="bad" plain>
        {text}
      </Badge>
    );
  }
  return <span className={text === '0' ? styles.zero : undefined}>{text}</span>;
}

function tagColumn(): NounColumn {
  return {
    id: 'tags',
    label: 'Tags',
    width: 220,
    align: 'start',
    shown: false,
    plain: ({ item }) => tagsText(item.tags),
    cell: ({ item }) => (
      <span className={styles.tags} title={tagsText(item.tags)}>
        {Object.entries(item.tags).map(([key, value]) => (
          <TagChip key={key} name={key} value={value} />
        ))}
      </span>
    ),
  };
}

export function tagsText(tags: Readonly<Record<string, string>>): string {
  return Object.entries(tags)
    .map(([key, value]) => (value === '' ? key : `${key}=${value}`))
    .join('; ');
}

function customColumn(field: CustomField): NounColumn {
  const text = ({ item }: ListRow) => item.custom[field.key] ?? '';
  return {
    id: `${CUSTOM_PREFIX}${field.key}`,
    label: field.label,
    width: 140,
    align: field.kind === 'number' ? 'end' : 'start',
    shown: true,
    plain: text,
    cell: (row) => <span title={text(row)}>{text(row)}</span>,
  };
}
