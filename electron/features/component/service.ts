import { typedRow } from '../../db/typed-row.ts';
import { fail, failFields } from '../../../shared/contract/failure.ts';
import { checkSpecs } from '../../../shared/domain/component-specs.ts';
import { COMPONENT_TYPE_WORDS, type Component } from '../../../shared/domain/component.ts';
import { normaliseSpecs } from '../../../shared/domain/normalise-specs.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord } from '../../db/statements.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { deviceTypesBuiltWith } from './repository.ts';

/** Specs come under our keys whatever the source wrote, and within their ranges; a currency is three capital letters. */
export const componentRule: NounRule = {
  asStored: (record) => {
    const { type, specs } = record;
    if (!COMPONENT_TYPE_WORDS.some((word) => word === type)) return { ...record };
    // Without specs in it, a record says nothing of the specs that are there.
    const given = typeof specs === 'object' && specs !== null ? { ...specs } : null;
    const normalised = normaliseSpecs(String(type), given ?? {});
    return { ...record, type: normalised.type, ...(given ? { specs: normalised.specs } : {}) };
  },
  beforeWrite: (_context, _before, after) => {
    const { type, specs } = typedRow('component', after);
    const normalised = normaliseSpecs(type, specs);
    const problems = checkSpecs(normalised.type, normalised.specs);
    if (problems.length > 0) failFields(problems);
    after['type'] = normalised.type;
    after['specs'] = normalised.specs;
    after['currency'] = currencyCode(after['currency']);
  },
  beforeRemove: (context, record) => {
    const users = deviceTypesBuiltWith(context.database, record.id);
    if (users.length === 0) return;
    const names = users.slice(0, 3).join(', ');
    const more = users.length > 3 ? ` and ${users.length - 3} more` : '';
    fail('E_IN_USE', `This component is in the default build of ${names}${more}; change those first.`);
  },
};

function currencyCode(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const code = value.toUpperCase();
  if (/^[A-Z]{3}$/.test(code)) return code;
  const message = `Currency must be three letters such as EUR; "${value}" was given.`;
  return failFields([{ path: 'currency', message, value, allowed: 'three letters such as EUR' }]);
}

/** A catalogue entry by id; refuses with E_NOT_FOUND when it is gone. */
export function requireComponent(database: ReadDatabase, id: string): Component {
  const found = findRecord(database, definitionOf('component'), id);
  return typedRow('component', found ?? fail('E_NOT_FOUND', 'The component is no longer there; it was deleted.'));
}

/** How a catalogue entry is called: maker, model and part number. */
export function componentName({ manufacturer, model, partNumber }: Component): string {
  return [manufacturer, model, partNumber].filter(Boolean).join(' ');
}
