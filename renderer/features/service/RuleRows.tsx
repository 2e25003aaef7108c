import { Autocomplete, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Admitted } from '../../../shared/contract/plan.ts';
import type { PlacementRules } from '../../../shared/domain/placement-rule.ts';
import { api } from '../../bridge/client.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './RuleRows.module.css';
import {
  readValues,
  ruleLines,
  withLine,
  withNewLine,
  withoutLine,
  type LineContent,
  type LineOperator,
  type RuleLine,
} from './rule-lines.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';

const OPERATORS: readonly (readonly [LineOperator, string])[] = [
  ['is', 'is'],
  ['In', 'is one of'],
  ['NotIn', 'is none of'],
  ['Exists', 'is set'],
  ['DoesNotExist', 'is not set'],
];

const READ_ONLY_KEYS = ['@site', '@room', '@row', '@rack', '@provider', '@region', '@type'];

interface RuleRowsProps {
  readonly rules: PlacementRules;
  readonly admitted: Admitted | undefined;
  readonly onRules: (rules: PlacementRules) => void;
}

/** The conditions about tags as lines, each with the number of computes it admits. */
export function RuleRows({ rules, admitted, onRules }: RuleRowsProps) {
  const tags = useQuery(api.plan.places.queryOptions()).data?.tags ?? [];
  const keys = [...tags.map(({ key }) => key), ...READ_ONLY_KEYS];
  const lines = ruleLines(rules);
  const add = (list: RuleLine['list']) =>
    onRules(withNewLine(rules, list, { key: newKey(rules, keys), operator: 'Exists', values: [] }));
  return (
    <div className={styles.rules}>
      {(['affinity', 'antiAffinity'] as const).map((list) => (
        <fieldset key={list} className={styles.list}>
          <legend>{list === 'affinity' ? 'Must have' : 'Must not have'}</legend>
          {lines
            .filter((line) => line.list === list)
            .map((line, index) => (
              <Line
                key={`${line.selector}/${line.term}`}
                number={index + 1}
                line={line}
                keys={keys}
                admits={admitted?.rules.find((rule) => rule.rule === line.rule)?.admits}
                onContent={(content) => onRules(withLine(rules, line, content))}
                onRemove={() => onRules(withoutLine(rules, line))}
              />
            ))}
          <Button
            variant="subtle"
            size="compact-xs"
            className={styles.add ?? ''}
            leftSection={<IconPlus size="0.875rem" aria-hidden />}
            onClick={() => add(list)}
          >
            {list === 'affinity' ? 'Add what it must have' : 'Add what it must not have'}
          </Button>
        </fieldset>
      ))}
    </div>
  );
}

/** A key not yet asked for, so that the new line changes nothing said before. */
function newKey(rules: PlacementRules, keys: readonly string[]): string {
  const used = new Set(ruleLines(rules).map(({ key }) => key));
  return keys.find((key) => !used.has(key)) ?? 'tag';
}

interface LineProps {
  readonly number: number;
  readonly line: RuleLine;
  readonly keys: readonly string[];
  readonly admits: number | undefined;
  readonly onContent: (content: LineContent) => void;
  readonly onRemove: () => void;
}

function Line({ number, line, keys, admits, onContent, onRemove }: LineProps) {
  const { key, operator, values } = line;
  const what = line.list === 'affinity' ? 'required' : 'forbidden';
  const change = (part: Partial<LineContent>) => onContent({ key, operator, values, ...part });
  const takesValues = operator === 'is' || operator === 'In' || operator === 'NotIn';
  return (
    <div className={styles.line}>
      <Autocomplete
        aria-label={`Tag ${number} ${what}`}
        data={[...keys]}
        limit={30}
        value={key}
        onChange={(next) => next.trim() !== '' && change({ key: next.trim() })}
        comboboxProps={{ transitionProps: { duration: 0 } }}
      />
      <NativeSelect
        aria-label={`Condition ${number} ${what}`}
        value={operator}
        onChange={(event) => {
          const next = OPERATORS.find(([name]) => name === event.currentTarget.value)?.[0] ?? 'is';
          const kept = values.length > 0 ? values : ['true'];
          change({ operator: next, values: next === 'is' ? kept.slice(0, 1) : kept });
        }}
      >
        {OPERATORS.map(([name, label]) => (
          <option key={name} value={name}>
            {label}
          </option>
        ))}
      </NativeSelect>
      {takesValues ? (
        <TextInput
          key={values.join()}
          aria-label={`Values ${number} ${what}`}
          defaultValue={values.join(', ')}
          onBlur={(event) => {
            const next = operator === 'is' ? [event.currentTarget.value.trim()] : readValues(event.currentTarget.value);
            if (next.join() !== values.join() && next.length > 0) change({ values: next });
          }}
        />
      ) : (
        <span />
      )}
      <span className={styles.admits} title="Active computes that this condition admits">
        {admits === undefined ? '' : formatCount(admits)}
      </span>
      <RemoveButton label={`Remove condition ${number} ${what}`} onRemove={onRemove} />
    </div>
  );
}
