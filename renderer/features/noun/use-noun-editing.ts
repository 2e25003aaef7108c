import { useState } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import { FailureError } from '../../../shared/contract/failure.ts';
import { nounClient, type FieldValues, type NounDetail } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { changedFields, draftOf } from './form-values.ts';
import { conflictsOf, type FieldConflict } from './conflicts.ts';
import type { NounScreen } from './noun-screen.ts';
import { useNounForm, type NounFormState } from './use-noun-form.ts';

export interface NounEditing {
  readonly form: NounFormState;
  readonly failure: Failure | null;
  readonly pending: boolean;
  /** Fields that somebody else changed since this form was opened; to be settled before saving again. */
  readonly conflicts: readonly FieldConflict[];
  save(): Promise<void>;
  settle(choices: Readonly<Record<string, 'mine' | 'theirs'>>): Promise<void>;
}

interface Attempt {
  readonly patch: FieldValues;
  readonly version: number;
}

/** Edits a stored row. A stale version is merged field by field; only fields changed on both sides ask the user. */
export function useNounEditing(screen: NounScreen, detail: NounDetail, onSaved: () => void): NounEditing {
  const { definition, noun } = screen;
  const client = nounClient(noun);
  const form = useNounForm(definition, {
    version: detail.version,
    draft: draftOf(definition, detail.record),
    tags: detail.tags,
    custom: detail.custom,
  });
  const [conflict, setConflict] = useState<{
    fields: readonly FieldConflict[];
    mine: FieldValues;
    newest: NounDetail;
  } | null>(null);
  const ref = detail.record.id;

  const send = async ({ patch, version }: Attempt) => {
    const extras = form.changedExtras();
    try {
      return await client.update({ ref, version, patch, ...extras });
    } catch (error) {
      if (!(error instanceof FailureError) || error.failure.code !== 'E_CONFLICT') throw error;
      const newest = await client.get({ ref });
      const fields = conflictsOf(definition, detail, newest, patch);
      if (fields.length > 0) setConflict({ fields, mine: patch, newest });
      if (fields.length > 0 || newest.version === version) throw error;
      return client.update({ ref, version: newest.version, patch, ...extras });
    }
  };
  const update = useCommand(send, { failures: 'inline' });
  const attempt = async (next: Attempt) => {
    setConflict(null);
    if (await update.run(next)) onSaved();
  };
  return {
    form,
    failure: conflict ? null : update.failure,
    pending: update.pending,
    conflicts: conflict?.fields ?? [],
    save: async () => {
      const record = form.read();
      if (record) await attempt({ patch: changedFields(detail.record, record), version: detail.version });
    },
    settle: async (choices) => {
      if (!conflict) return;
      const kept = Object.entries(conflict.mine).filter(([key]) => choices[key] !== 'theirs');
      await attempt({ patch: Object.fromEntries(kept), version: conflict.newest.version });
    },
  };
}
