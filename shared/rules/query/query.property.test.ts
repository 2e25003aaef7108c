import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Expression, Value } from './ast.ts';
import { readQuery } from './bind.ts';
import { completeExpression } from './complete.ts';
import { parseExpression } from './parse.ts';
import { printExpression } from './print.ts';
import { computeSchema } from './test-schema.ts';

function withoutSpans(expression: unknown): unknown {
  return JSON.parse(JSON.stringify(expression, (key, value: unknown) => (/span/iu.test(key) ? undefined : value)));
}

const span = { start: 0, end: 0 };
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 8 }),
  fc.constantFrom('and', 'NOT', 'haskey', 'a=b', '/', '256 GB'),
);
const literal = text.map((content): Value => ({ kind: 'literal', text: content, span }));
const glob = fc
  .stringMatching(/^[a-z0-9:.]{0,4}[*?][a-z*?]{0,3}$/u)
  .map((content): Value => ({ kind: 'glob', glob: content, span }));
const pattern = fc.constantFrom('^a+$', 'a/b', String.raw`/\\`, '[a-c]|x', String.raw`\d{2,3}`, '');
const regex = fc.record({
  kind: fc.constant('regex' as const),
  pattern,
  ignoreCase: fc.boolean(),
  span: fc.constant(span),
});
const value: fc.Arbitrary<Value> = fc.oneof(literal, glob, regex);
const headSpan = fc.constant(span);

const term: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({
    kind: fc.constant('search' as const),
    value: fc.oneof(literal, fc.constant<Value>({ kind: 'glob', glob: 'w*', span })),
    span: headSpan,
  }),
  fc.record({
    kind: fc.constant('predicate' as const),
    name: fc.constantFrom('name', 'in', 'ip', 'driver', 'runs'),
    headSpan,
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
    span: headSpan,
  }),
  fc.record({
    kind: fc.constant('comparison' as const),
    field: text,
    headSpan,
    operator: fc.constantFrom('=', '!='),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
    span: headSpan,
  }),
  fc.record({
    kind: fc.constant('comparison' as const),
    field: fc.constantFrom('cores', 'tag', 'not', 'contract end'),
    headSpan,
    operator: fc.constantFrom('<', '<=', '>', '>='),
    values: fc.tuple(value),
    span: headSpan,
  }),
  fc.record({ kind: fc.constant('tag' as const), headSpan, key: value, value: fc.option(value), span: headSpan }),
  fc.record({
    kind: fc.constant('attribute' as const),
    headSpan,
    key: literal.filter((key) => key.kind === 'literal' && key.text !== ''),
    subkey: fc.constant(null),
    number: fc.constant(null),
    value: fc.option(value),
    span: headSpan,
  }),
  fc.record({
    kind: fc.constant('attribute' as const),
    headSpan,
    key: fc.constant<Value>({ kind: 'literal', text: 'system', span }),
    subkey: fc.option(fc.constantFrom('memory', 'a.b')),
    number: fc.option(fc.nat(99)),
    value: fc.option(value),
    span: headSpan,
  }),
  fc.record({ kind: fc.constant('hasKey' as const), headSpan, key: value, subkey: fc.option(value), span: headSpan }),
);

/** As the parser makes them: an and holds no and, an or no or. */
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    term,
    fc.array(tie('expression'), { minLength: 2, maxLength: 3 }).chain((terms) =>
      fc.constantFrom('and' as const, 'or' as const).map((kind): Expression => ({
        kind,
        terms: terms.flatMap((inner) => (inner.kind === kind ? inner.terms : [inner])),
        span,
      })),
    ),
    tie('expression').map((inner): Expression => ({ kind: 'not', term: inner, span })),
    fc
      .tuple(tie('expression'), tie('expression'))
      .map(([left, right]): Expression => ({ kind: 'connected', left, right, span })),
  ),
}));

const fragments = fc.constantFrom(
  'and', 'or', 'not', 'connected', 'to', 'haskey', '(', ')', ',', ':', '=', '!=', '<', '>=', '"', '/', '\\', '*', '?', '#', '.', '%',
  'name', 'tag', 'attr', 'cores', 'state', 'memory', '16', 'GB', '2027-01-01', 'é', '💾', '\u0000', ' ', ' ', ' ', '(a+)+', '[', '{9}',
); // prettier-ignore
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fragments, { maxLength: 60 }).map((parts) => parts.join('')),
);

describe('the query language', () => {
  it('reads what it prints as the same expression', () => {
    fc.assert(
      fc.property(expression, (original) => {
        const printed = printExpression(original);
        const parsed = parseExpression(printed);
        fc.pre(parsed.ok || !/nesting|at most/u.test(parsed.failures[0]?.message ?? ''));
        expect({ printed, value: parsed.ok && withoutSpans(parsed.value) }).toEqual({
          printed,
          value: withoutSpans(original),
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('answers any text with a value or with failures inside the text, and prints back what it read', () => {
    fc.assert(
      fc.property(hostile, fc.nat(80), (input, cursor) => {
        const parsed = parseExpression(input);
        const outcome = readQuery(input, computeSchema);
        completeExpression(input, Math.min(cursor, input.length), computeSchema);
        const again = parseExpression(parsed.ok ? printExpression(parsed.value) : input);
        expect(withoutSpans(again)).toEqual(withoutSpans(parsed));
        const failures = outcome.ok ? [] : outcome.failures;
        expect(outcome.ok || failures.length > 0).toBe(true);
        for (const { position, length, message } of failures) {
          expect(position + length).toBeLessThanOrEqual(input.length);
          expect(message).toMatch(/[.?]$/u);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
