import type { NounDefinition } from '../../../shared/domain/noun.ts';

/** What can be typed into the filter of this noun, by its own fields: a word, a choice, an amount, a tag. */
export function filterExamples(definition: NounDefinition): string {
  const choice = definition.fieldList.find((field) => field.meta.choices && field.meta.columnShown);
  const memory = definition.derived?.find((column) => column.unit === 'MB' && column.key.endsWith('Free'));
  const text = definition.fieldList.find(
    (field) => field.meta.kind === 'text' && field.meta.columnShown && field.key !== 'name',
  );
  return [
    'any word',
    choice ? `${choice.key}:${choice.meta.choices?.[0]?.value}` : null,
    text ? `${text.key}:a*` : null,
    memory ? `${memory.key}>=64GB` : null,
    definition.tagged ? 'env=prod' : null,
    'and, or, not',
  ]
    .filter(Boolean)
    .join('   ');
}
