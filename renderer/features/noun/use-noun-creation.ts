import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import { nounClient, nounQueryKey, type FieldValues, type NounDetail } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useNounDetail } from './EditPanel.tsx';
import { draftOver, keyTyped, upsertOver } from './existing-row.ts';
import { emptyDraft, type Draft } from './form-values.ts';
import type { NounScreen } from './noun-screen.ts';
import { useNounForm, type NounFormState } from './use-noun-form.ts';

export interface NounCreation {
  readonly form: NounFormState;
  /** The row that has the key typed so far: the form shows it with what was typed, and saving changes it. */
  readonly existing: NounDetail | null;
  readonly failure: Failure | null;
  readonly pending: boolean;
  readonly save: () => Promise<void>;
}

/** The row on record with the natural key of a draft, for nouns whose forms change such a row. */
function useExistingRow({ definition, noun }: NounScreen, draft: Draft): NounDetail | null {
  const text = useDeferredValue(definition.upserted ? JSON.stringify(keyTyped(definition, draft)) : 'null');
  const record = JSON.parse(text) as FieldValues | null;
  const found = useQuery({
    enabled: record !== null,
    queryKey: nounQueryKey(noun, 'existing', { record }),
    queryFn: ({ signal }) => nounClient(noun).existing({ record: record ?? {} }, { signal }),
    retry: false,
  }).data;
  const id = record === null ? null : (found?.id ?? null);
  const detail = useNounDetail(noun, id ?? '', id !== null).data;
  return id !== null && detail?.record.id === id ? detail : null;
}

/** The form of a new row from its first keystroke to its saving. */
export function useNounCreation(
  screen: NounScreen,
  given: FieldValues | undefined,
  onCreated: (id: string) => void,
): NounCreation {
  const { definition, noun } = screen;
  const typing = useNounForm(definition, { version: 0, draft: emptyDraft(definition, given), tags: {}, custom: {} });
  const [typed, setTyped] = useState<ReadonlySet<string>>(new Set());
  const existing = useExistingRow(screen, typing.draft);
  const create = useCommand(nounClient(noun).create, { failures: 'inline' });
  const upsert = useCommand(nounClient(noun).upsert, { failures: 'inline' });
  const draft = existing ? draftOver(definition, existing.record, typing.draft, typed) : typing.draft;
  const command = existing ? upsert : create;
  return {
    form: {
      ...typing,
      draft,
      custom: { ...existing?.custom, ...typing.custom },
      setField: (key, value) => {
        setTyped((before) => new Set(before).add(key));
        typing.setField(key, value);
      },
    },
    existing,
    failure: command.failure,
    pending: create.pending || upsert.pending,
    save: async () => {
      const record = typing.read(draft);
      if (!record) return;
      const extras = typing.changedExtras();
      const made = existing
        ? await upsert.run({ record: upsertOver(definition, existing.record, record), ...extras })
        : await create.run({ record, ...extras });
      if (made) onCreated(made.id);
    },
  };
}
