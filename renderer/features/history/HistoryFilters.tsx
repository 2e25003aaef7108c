import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { FeedFilters } from '../../ui/FeedFilters.tsx';
import { updateQuery } from '../../ui/location.ts';
import { KIND_LABELS } from './group-kinds.ts';
import { isHistoryFiltered, NOUN_CHOICES, type HistoryFilter } from './history-filter.ts';

function change(key: string, value: string): void {
  updateQuery({ [key]: value === '' ? undefined : value }, { replace: true });
}

function changeText(text: string): void {
  change('q', text);
}

function changeDays(days: { readonly from?: string; readonly to?: string }): void {
  for (const [key, day] of Object.entries(days)) change(key, day);
}

function clear(): void {
  const nothing = { q: undefined, by: undefined, kind: undefined, noun: undefined, from: undefined, to: undefined };
  updateQuery(nothing, { replace: true });
}

/** By words of the change, person, kind of command, kind of thing and time; days are those of this person's calendar. */
export function HistoryFilters({ filter }: { filter: HistoryFilter }) {
  const actors = useQuery(api.history.actors.queryOptions()).data ?? [];
  const kinds = Object.entries(KIND_LABELS).map(([value, label]) => ({ value, label }));
  return (
    <FeedFilters
      of="the history"
      action={{ id: 'history-filter', label: 'Filter the history', group: 'History' }}
      search={{ label: 'Words of the change', placeholder: 'A name, or a word such as swap' }}
      text={filter.text}
      onText={changeText}
      from={filter.from}
      to={filter.to}
      onDays={changeDays}
      onClear={isHistoryFiltered(filter) ? clear : null}
    >
      <Chooser label="Person" name="by" value={filter.actor} any="by anybody" choices={actors.flatMap(actorChoice)} />
      <Chooser label="Kind of command" name="kind" value={filter.kind} any="all commands" choices={kinds} />
      <Chooser label="Kind of thing" name="noun" value={filter.noun} any="of everything" choices={NOUN_CHOICES} />
    </FeedFilters>
  );
}

/** Who has no name cannot be asked for by it. */
function actorChoice(actor: string) {
  return actor === '' ? [] : [{ value: actor, label: actor }];
}

interface ChooserProps {
  readonly label: string;
  /** The part of the address that it sets. */
  readonly name: string;
  readonly value: string;
  readonly any: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

function Chooser({ label, name, value, any, choices }: ChooserProps) {
  return (
    <NativeSelect aria-label={label} value={value} onChange={(event) => change(name, event.currentTarget.value)}>
      <option value="">{any}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </NativeSelect>
  );
}
