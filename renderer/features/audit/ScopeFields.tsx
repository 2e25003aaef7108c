import { TextInput, Textarea } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { RowTools } from '../../ui/RowTools.tsx';
import { Segments } from '../elevation/Segments.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './Audit.module.css';
import { SCOPE_KINDS, type ScopeDraft } from './scope-draft.ts';

interface ScopeFieldsProps {
  readonly draft: ScopeDraft;
  readonly onDraft: (draft: ScopeDraft) => void;
}

/** What the audit is about: a place, some racks, what a query finds, or a pasted list. */
export function ScopeFields({ draft, onDraft }: ScopeFieldsProps) {
  return (
    <div className={styles.choice}>
      <span>Scope</span>
      <Segments
        label="Scope"
        options={SCOPE_KINDS}
        value={draft.kind}
        onChange={(kind) => onDraft({ ...draft, kind })}
      />
      <ScopeValue draft={draft} onDraft={onDraft} />
    </div>
  );
}

function ScopeValue({ draft, onDraft }: ScopeFieldsProps) {
  const { kind } = draft;
  switch (kind) {
    case 'racks':
      return <RackFields racks={draft.racks} onRacks={(racks) => onDraft({ ...draft, racks })} />;
    case 'query':
      return (
        <TextInput
          label="Query"
          placeholder="role:db and state:active; empty: all that is recorded"
          value={draft.query}
          onChange={(event) => onDraft({ ...draft, query: event.currentTarget.value })}
        />
      );
    case 'list':
      return (
        <Textarea
          label="Names, serial numbers or asset tags, one a line"
          autosize
          minRows={4}
          maxRows={14}
          value={draft.list}
          onChange={(event) => onDraft({ ...draft, list: event.currentTarget.value })}
        />
      );
    default:
      return (
        <ReferencePicker
          key={kind}
          label={SCOPE_KINDS.find(({ value }) => value === kind)?.label}
          withAsterisk
          noun={kind}
          id={draft[kind]}
          names={{}}
          onId={(id) => onDraft({ ...draft, [kind]: id })}
        />
      );
  }
}

function useRackNames(ids: readonly string[]): Readonly<Record<string, string>> {
  return useQueries({
    queries: ids.map((ref) => api.rack.get.queryOptions({ input: { ref } })),
    combine: (answers) =>
      Object.fromEntries(answers.flatMap(({ data }) => (data ? [[data.record.id, data.name]] : []))),
  });
}

function RackFields({ racks, onRacks }: { racks: readonly string[]; onRacks: (racks: readonly string[]) => void }) {
  const names = useRackNames(racks);
  return (
    <div className={styles.racksChosen}>
      {racks.length > 0 ? (
        <ul aria-label="Racks chosen">
          {racks.map((id) => (
            <li key={id}>
              {names[id] ?? id}
              <RowTools name={names[id] ?? id} onRemove={() => onRacks(racks.filter((other) => other !== id))} />
            </li>
          ))}
        </ul>
      ) : null}
      <ReferencePicker
        key={racks.length}
        label={racks.length === 0 ? 'Rack' : 'Another rack'}
        noun="rack"
        id=""
        names={{}}
        onId={(id) => {
          if (id !== '' && !racks.includes(id)) onRacks([...racks, id]);
        }}
      />
    </div>
  );
}
