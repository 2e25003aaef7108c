import { readPlacement, type PlacementReading } from '../../../shared/rules/placement-reader.ts';
import { readJson } from '../noun/JsonEditor.tsx';
import { Unreadable } from '../noun/form-values.ts';

/** Rules without their empty parts: what a person needs to see. */
export function rulesText(value: unknown): string {
  if (value instanceof Unreadable) return value.text;
  const rules = Object.entries((value ?? {}) as Record<string, unknown>).filter(
    ([, entry]) => !(entry === 0 || (Array.isArray(entry) && entry.length === 0)),
  );
  const kept = rules.map(([key, entry]) => [key, Array.isArray(entry) ? entry.map(withoutEmptyParts) : entry]);
  return JSON.stringify(Object.fromEntries(kept), null, 2);
}

function withoutEmptyParts(entry: unknown): unknown {
  if (typeof entry !== 'object' || entry === null) return entry;
  const parts = Object.entries(entry as Record<string, unknown>);
  return Object.fromEntries(parts.filter(([, part]) => Object.keys(part ?? {}).length > 0 || typeof part !== 'object'));
}

/** What the text means: the reading where it is JSON at all, and what the form holds for it. */
export function readRulesText(text: string): { reading: PlacementReading | null; draft: unknown } {
  const json = readJson(text.trim() === '' ? '{}' : text);
  if (json instanceof Unreadable) return { reading: null, draft: json };
  const reading = readPlacement(json);
  const draft = reading.ok
    ? reading.rules
    : new Unreadable(text, reading.problems.map((problem) => problem.message).join(' '));
  return { reading, draft };
}
