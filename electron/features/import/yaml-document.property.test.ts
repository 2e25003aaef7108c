import fc from 'fast-check';
import { stringify } from 'yaml';
import { expect, it } from 'vitest';
import { readYaml } from './yaml-document.ts';

const printable = fc.string({ unit: fc.constantFrom(...Array.from('aZ09 -_:#{}[],&*!|>%@`"\'\\\n\té€')) });
const value = fc.letrec<{ any: unknown }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    printable,
    fc.array(tie('any'), { maxLength: 5 }),
    fc.dictionary(printable, tie('any'), { maxKeys: 5, noNullPrototype: true }),
  ),
})).any;

// Unquoted, the library itself writes a text of blanks as a block that reads back without them.
const QUOTED = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' } as const;

it('reads every value that the library can write, and JSON, as what it was', () => {
  fc.assert(
    fc.property(value, (original) => {
      for (const text of [stringify(original, QUOTED), JSON.stringify(original)]) {
        const reading = readYaml(text);
        expect(reading.ok && reading.document.value).toEqual(original);
      }
    }),
    { numRuns: 500 },
  );
});

it('never throws on any text', () => {
  const yamlish = fc.array(
    fc.oneof(printable, fc.constantFrom('\n', '  ', '- ', ': ', '? ', '&a ', '*a', '!!', '---\n')),
  );
  fc.assert(
    fc.property(yamlish, (pieces) => {
      const text = pieces.join('');
      const reading = readYaml(text);
      if (reading.ok) return;
      expect(reading.reason).toMatch(/^[A-Z].*\.$/);
      expect(reading.line).toBeLessThanOrEqual(text.split('\n').length);
    }),
    { numRuns: 3000 },
  );
});
