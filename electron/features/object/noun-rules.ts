import { typedRow } from '../../db/typed-row.ts';
import { fail, failFields } from '../../../shared/contract/failure.ts';
import { customValueProblem } from '../../../shared/domain/custom-field.ts';
import { definitionOf, findNoun } from '../../../shared/domain/nouns.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { findRecord, statementOf } from '../../db/statements.ts';
import type { NounRule, NounRules } from '../../session/noun-rules.ts';

/** There is one row of settings from the first migration on; it is changed, never made or deleted. */
const settingRule: NounRule = {
  beforeWrite: (_context, before) => {
    if (!before) fail('E_READONLY', 'A workspace has its settings from the start; change them instead.');
  },
  beforeRemove: () => fail('E_READONLY', 'The workspace settings cannot be deleted.'),
};

/** Tags belong on nouns that show them. */
const tagRule: NounRule = {
  beforeWrite: (context, _before, after) => {
    const owner = definitionOfObject(context, String(after['objectId']));
    if (owner && !owner.tagged) fail('E_FORMAT', `${owner.plural} carry no tags.`);
  },
};

/** A custom value is one of its field's kind, on an object of its field's noun; also when written without a form. */
const customValueRule: NounRule = {
  beforeWrite: (context, _before, after) => {
    const found = findRecord(context.database, definitionOf('customField'), String(after['fieldId']));
    if (!found) fail('E_NOT_FOUND', 'The custom field of the value is not there.');
    const field = typedRow('customField', found);
    const owner = definitionOfObject(context, String(after['objectId']));
    if (owner && owner.noun !== field.noun)
      fail('E_FORMAT', `${field.label} is a custom field of ${field.noun}, not of ${owner.noun}.`);
    const { value } = after;
    const problem = typeof value === 'string' ? customValueProblem(field, value) : null;
    if (problem) failFields([{ ...problem, path: 'value' }]);
  },
};

/** A custom field is on a noun that has names, and so forms and lists of its own. */
const customFieldRule: NounRule = {
  beforeWrite: (_context, _before, after) => {
    const noun = String(after['noun']);
    if (findNoun(noun)?.names) return;
    const message = `Noun must be the name of a named noun such as compute, rack or service; "${noun}" was given.`;
    failFields([{ path: 'noun', message, value: noun, allowed: 'compute, rack, service …' }]);
  },
};

function definitionOfObject(context: WriteContext, id: string): NounDefinition | undefined {
  const row = statementOf(context.database, 'SELECT noun FROM object WHERE id = ?').get(id) as
    | { noun: string }
    | undefined;
  return row && findNoun(row.noun);
}

/** The rules of the nouns that serve all others. */
export const COMMON_RULES: NounRules = {
  setting: settingRule,
  tag: tagRule,
  customValue: customValueRule,
  customField: customFieldRule,
};
