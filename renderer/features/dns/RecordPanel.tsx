import { Radio } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { printLiteral } from '../../../shared/rules/query/print.ts';
import { api, client } from '../../bridge/client.ts';
import type { FieldValues } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { PanelForm } from '../../ui/PanelForm.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { SubmitButtons } from '../../ui/SubmitButtons.tsx';
import { plainText } from '../../ui/plain-text.ts';
import { NounForm } from '../noun/NounForm.tsx';
import { emptyDraft } from '../noun/form-values.ts';
import type { NounScreen } from '../noun/noun-screen.ts';
import { useNounForm, type NounFormState } from '../noun/use-noun-form.ts';
import styles from './Dns.module.css';
import {
  choiceInput,
  FURTHER,
  placeOf,
  proposedChoice,
  type PresentRecord,
  type RecordChoice,
} from './record-choice.ts';

interface RecordPanelProps {
  readonly screen: NounScreen;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const VALUES_AT_MOST = 100;
const NONE: readonly PresentRecord[] = [];

function queryOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([key, value]) => `${key}:${printLiteral(value)}`)
    .join(' ');
}

/** The values that the name and type typed so far have already. */
function usePresent(form: NounFormState): readonly PresentRecord[] {
  const text = (key: string) => plainText(form.draft[key]);
  const place = useDeferredValue(placeOf(text('name'), text('type'), text('zone')));
  const zone = place?.zone ?? null;
  const query = place ? queryOf({ name: place.name, type: place.type, ...(zone === null ? {} : { zone }) }) : '';
  const { data } = useQuery({
    ...api.dnsRecord.list.queryOptions({ input: { query, limit: VALUES_AT_MOST } }),
    enabled: place !== null,
    retry: false,
  });
  if (!data || !place) return NONE;
  // A name with `*` is a wildcard of DNS and would be a pattern of the filter.
  const same = data.items.filter(({ record }) => record.name === place.name && record.type === place.type);
  return same.map(({ record }) => ({ id: record.id, value: record.value ?? '' }));
}

/** Records what a name says: where it says something already, asks whether that is replaced or added to. */
export function RecordPanel({ screen, onClose, onSaved }: RecordPanelProps) {
  const { definition } = screen;
  const form = useNounForm(definition, { version: 0, draft: emptyDraft(definition), tags: {}, custom: {} });
  const present = usePresent(form);
  const [chosen, setChosen] = useState<RecordChoice>(null);
  const known = chosen === FURTHER || present.some(({ id }) => id === chosen);
  const choice = known ? chosen : proposedChoice(present);
  const how = choiceInput(present, choice);
  const upsert = useCommand(client.dns.upsert, { failures: 'inline' });
  const save = async () => {
    const record = form.read();
    if (!record || !how) return;
    const made = await upsert.run({ ...upsertInput(record), ...how });
    if (made) onSaved(made.id);
  };
  return (
    <PanelForm onSubmit={() => void save()}>
      <SidePanel
        title="New DNS record"
        onClose={onClose}
        footer={
          <SubmitButtons withKey disabled={how === null} pending={upsert.pending} onCancel={onClose}>
            {choice === null || choice === FURTHER ? 'Create' : 'Replace'}
          </SubmitButtons>
        }
      >
        <NounForm
          definition={definition}
          form={form}
          customFields={[]}
          references={{}}
          failure={upsert.failure}
          editors={screen.editors}
        />
        {present.length > 0 ? <Present present={present} choice={choice} onChoice={setChosen} /> : null}
      </SidePanel>
    </PanelForm>
  );
}

function upsertInput(record: FieldValues) {
  const text = (key: string) => plainText(record[key]);
  const given = (key: string) => (text(key) === '' ? undefined : text(key));
  const [value, zone, address, notes] = [given('value'), given('zone'), given('ipAddressId'), given('notes')];
  return {
    name: text('name'),
    type: text('type'),
    ttlSeconds: Number(record['ttlSeconds']),
    ...(value === undefined ? {} : { value }),
    ...(zone === undefined ? {} : { zone }),
    ...(address === undefined ? {} : { address }),
    ...(notes === undefined ? {} : { notes }),
  };
}

interface PresentProps {
  readonly present: readonly PresentRecord[];
  readonly choice: RecordChoice;
  readonly onChoice: (choice: RecordChoice) => void;
}

function Present({ present, choice, onChoice }: PresentProps) {
  return (
    <Radio.Group
      className={styles.present}
      label="This name has such a record already"
      value={choice ?? ''}
      onChange={onChoice}
    >
      {present.map(({ id, value }) => (
        <Radio key={id} value={id} label={`Replace ${value}`} />
      ))}
      <Radio value={FURTHER} label="Add it beside" />
    </Radio.Group>
  );
}
