import type { FieldMeta } from '../domain/field.ts';
import { parseMoney } from '../domain/money.ts';
import { parseQuantity, type Reading } from '../domain/units.ts';

const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ja']);
const NO = new Set(['no', 'n', 'false', '0', '', 'nein']);
/** A sheet writes `1 200`, `1'200` or `1200`; nobody knows what `1,200` means. */
const PLAIN_NUMBER = /^[+-]?\d[\d '_]*(?:\.\d+)?$/;

function refused(meta: FieldMeta, text: string, allowed: string): Reading<unknown> {
  return { ok: false, message: `${meta.label} must be ${allowed}; "${text}" was given.`, allowed };
}

function readInteger(meta: FieldMeta, text: string): Reading<unknown> {
  if (meta.unit) return parseQuantity(text, meta.unit, meta.label);
  const value = Number(text.replace(/[ '_]/g, ''));
  if (PLAIN_NUMBER.test(text) && Number.isInteger(value)) return { ok: true, value };
  const range = `a whole number from ${meta.minimum ?? 0} to ${meta.maximum ?? 'any size'}`;
  return refused(meta, text, range);
}

function readChoice(meta: FieldMeta, text: string): Reading<unknown> {
  const word = text.toLowerCase();
  const known = meta.choices?.find(({ value, label }) => value.toLowerCase() === word || label.toLowerCase() === word);
  const other = meta.words?.find((candidate) => candidate.toLowerCase() === word);
  // What is no value and no label goes on as written: the field's own schema may know further spellings.
  return { ok: true, value: known?.value ?? other ?? text };
}

function readJson(meta: FieldMeta, text: string): Reading<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return refused(meta, text.length > 60 ? `${text.slice(0, 57)}…` : text, 'JSON');
  }
}

/**
 * A cell of a spreadsheet as the value of a field: numbers with units (`64 GB`; alone in the unit
 * shown: kg, U, MB), choices by value or label, yes and no,
 * money with grouping, JSON. An empty cell is null. What it lets through is still checked by the field's own schema.
 */
export function readCell(meta: FieldMeta, cell: string): Reading<unknown> {
  const text = cell.trim();
  if (text === '') return { ok: true, value: meta.kind === 'flag' ? false : null };
  if (meta.kind === 'integer') return readInteger(meta, text);
  if (meta.kind === 'choice') return readChoice(meta, text);
  if (meta.kind === 'json') return readJson(meta, text);
  if (meta.kind === 'flag') {
    const word = text.toLowerCase();
    if (YES.has(word)) return { ok: true, value: true };
    return NO.has(word) ? { ok: true, value: false } : refused(meta, text, 'yes or no');
  }
  if (meta.kind === 'money') {
    const money = parseMoney(text, meta.label);
    return money.ok ? { ok: true, value: money.value.amount } : money;
  }
  return { ok: true, value: meta.kind === 'multiline' ? cell : text };
}

/** `role=web, env=prod` → tags; a key alone has an empty value. */
export function readTags(text: string): Record<string, string> {
  const entries = text.split(/[,;\n]/).map((entry) => entry.trim());
  return Object.fromEntries(
    entries
      .filter((entry) => entry !== '')
      .map((entry) => {
        const at = entry.indexOf('=');
        return at < 0 ? [entry, ''] : [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
      }),
  );
}
