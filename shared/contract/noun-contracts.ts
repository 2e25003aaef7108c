import type { NounDefinition } from '../domain/noun.ts';
import { NOUN_LIST, type NounName, type NOUNS } from '../domain/nouns.ts';
import { nounContract } from './noun.ts';

/** The fields of a known noun, by its name. */
export type FieldsOf<Name extends NounName> =
  (typeof NOUNS)[Name] extends NounDefinition<infer Fields> ? Fields : never;

export type NounContracts = {
  readonly [Name in NounName]: ReturnType<typeof nounContract<FieldsOf<Name>>>;
};

/** The ordinary channels of every noun: a line in NOUNS is all that a noun needs to have them. */
export const nounContracts = Object.fromEntries(
  NOUN_LIST.map((definition) => [definition.noun, nounContract(definition)]),
) as unknown as NounContracts;
