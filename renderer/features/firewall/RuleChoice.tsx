import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';

/** More rules than this are chosen in the list of rules. */
const OFFERED = 1000;

interface RuleChoiceProps {
  /** Ids. */
  readonly chosen: readonly string[];
  readonly onChosen: (ids: readonly string[]) => void;
}

/** Firewall rules by name. */
export function RuleChoice({ chosen, onChosen }: RuleChoiceProps) {
  const { data } = useQuery(
    api.firewallRule.list.queryOptions({ input: { sort: [{ key: 'name', descending: false }], limit: OFFERED } }),
  );
  return (
    <MultiSelect
      label="Rules"
      withAsterisk
      searchable
      placeholder={chosen.length === 0 ? 'Choose rules' : ''}
      nothingFoundMessage={data?.total === 0 ? 'There is no rule yet; make one under Network' : 'No rule has this name'}
      data={(data?.items ?? []).map(({ record, name }) => ({ value: record.id, label: name }))}
      value={[...chosen]}
      onChange={onChosen}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}
