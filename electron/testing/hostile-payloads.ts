import fc from 'fast-check';
import { z } from 'zod';

/** What no JSON has, but a port carries: an object that holds itself, maps, numbers without a limit, bytes. */
function unnatural(): readonly unknown[] {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  return [cyclic, new Map([['ref', 1]]), new Set([1]), new Date(Number.NaN), 10n ** 30n, Buffer.alloc(100_000)];
}

const TEXTS: readonly string[] = [
  "'; DROP TABLE object; --",
  '" OR ""="',
  '%00',
  '\0',
  '\uD800',
  '\u202Ertl\u202C',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://127.0.0.1:9")',
  '../../../../etc/passwd',
  '/dev/zero',
  '/proc/self/mem',
  '\\\\server\\share',
  '-rf',
  '__proto__',
  'constructor',
  'name:*a*a*a*a*a*a*a*a*b',
  'not '.repeat(300),
  '('.repeat(2000),
  'state=active and '.repeat(500),
  'x'.repeat(100_000),
  '9'.repeat(400),
  '1e309',
  '٣',
  'ﬃ',
];

const NUMBERS: readonly number[] = [-1, -0, 0.1, 2 ** 31, 2 ** 53, Infinity, -Infinity, Number.NaN, Number.MAX_VALUE];

const DEEP: readonly unknown[] = [
  JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`),
  JSON.parse(`${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}`),
  Array.from({ length: 20_000 }, () => 'x'),
  Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`key${index}`, index])),
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
];

/** Every kind of value that a hostile page might send, `count` of them, the same for the same seed. */
export function hostileValues(count: number, seed: number): readonly unknown[] {
  const known = [...TEXTS, ...NUMBERS, ...DEEP, ...unnatural(), null, undefined, true, [], {}];
  const anything = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 2, arbitrary: fc.anything({ maxDepth: 2, withBigInt: true, withDate: true, withNullPrototype: true }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...known), { maxLength: 4 }) },
  );
  return fc.sample(anything, { numRuns: count, seed });
}

/** The names of the fields that a channel's input has, the deeper ones too. */
export function fieldNames(schema: unknown): readonly string[] {
  if (!(schema instanceof z.ZodType)) return [];
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties' && typeof value === 'object' && value !== null)
        for (const name of Object.keys(value as object)) names.add(name);
      walk(value);
    }
  };
  walk(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  return [...names];
}

/** Payload number `index` for a channel: a value as it is, or the channel's own fields filled with such values. */
export function hostilePayload(values: readonly unknown[], fields: readonly string[], index: number): unknown {
  const value = (step: number): unknown => values[(index * 31 + step * 7919) % values.length];
  if (index % 4 === 0 || fields.length === 0) return value(0);
  const chosen = fields.filter((_field, at) => (index >> (at % 8)) % 3 !== 0);
  const filled: Record<string, unknown> = Object.fromEntries(chosen.map((field, at) => [field, value(at + 1)]));
  return index % 4 === 1 ? { ...filled, record: filled, patch: filled } : filled;
}
