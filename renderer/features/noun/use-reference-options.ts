import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { findNoun, referencedNouns, type NounName } from '../../../shared/domain/nouns.ts';
import { client } from '../../bridge/client.ts';
import { nounClient } from '../../bridge/noun-client.ts';

export interface ReferenceOption {
  readonly value: string;
  readonly label: string;
  /** Where it is, for telling equal names apart; empty where its kind says it all. */
  readonly hint: string;
}

const OFFERED = 50;

async function optionsFor(nouns: readonly string[], text: string): Promise<readonly ReferenceOption[]> {
  if (text !== '') {
    const found = await client.find.objects({ text, nouns: [...nouns], limit: OFFERED });
    return found.map(({ id, name, noun, hint }) => ({
      value: id,
      label: name,
      hint: hint === findNoun(noun)?.label ? '' : hint,
    }));
  }
  const lists = await Promise.all(nouns.map((noun) => nounClient(noun as NounName).list({ limit: OFFERED })));
  return lists.flatMap((list) => list.items.map(({ record, name }) => ({ value: record.id, label: name, hint: '' })));
}

/** Rows that a reference may point at: by a part of their name, or the first ones while nothing is typed. */
export function useReferenceOptions(reference: string, text: string, enabled: boolean) {
  const nouns = referencedNouns(reference).map((definition) => definition.noun);
  const answer = useQuery({
    queryKey: [['find', 'objects'], { input: { nouns, text }, type: 'options' }],
    queryFn: () => optionsFor(nouns, text),
    enabled,
    placeholderData: keepPreviousData,
  });
  return { options: answer.data ?? [], looking: answer.isFetching };
}
