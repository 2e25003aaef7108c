import { Autocomplete, Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useId } from 'react';
import type { Admitted } from '../../../shared/contract/plan.ts';
import type { PlacementRules, TopologySpread } from '../../../shared/domain/placement-rule.ts';
import { formatCount } from '../../ui/format.ts';
import styles from './RuleRows.module.css';
import { RemoveButton } from '../../ui/RemoveButton.tsx';

interface SpreadRowsProps {
  readonly rules: PlacementRules;
  readonly admitted: Admitted | undefined;
  readonly onRules: (rules: PlacementRules) => void;
}

const SPREAD_KEYS = ['@site', '@room', '@row', '@rack', '@provider', '@region'];

function wholeNumber(text: string, least: number): number | null {
  const value = text.trim() === '' ? least : Number(text);
  return Number.isInteger(value) && value >= least && value <= 100_000 ? value : null;
}

/** How instances are kept apart: at most so many on one compute, and evenly over the values of a tag. */
export function SpreadRows({ rules, admitted, onRules }: SpreadRowsProps) {
  const { spreadMax, topologySpread } = rules;
  const limitId = useId();
  const changeTopology = (index: number, part: Partial<TopologySpread>) =>
    onRules({
      ...rules,
      topologySpread: topologySpread.map((entry, place) => (place === index ? { ...entry, ...part } : entry)),
    });
  return (
    <fieldset className={styles.list}>
      <legend>Keep apart</legend>
      <div className={styles.spread}>
        <label htmlFor={limitId}>At most per compute</label>
        <TextInput
          id={limitId}
          inputMode="numeric"
          placeholder="no limit"
          value={spreadMax === 0 ? '' : String(spreadMax)}
          onChange={(event) => {
            const next = wholeNumber(event.currentTarget.value, 0);
            if (next !== null) onRules({ ...rules, spreadMax: next });
          }}
        />
        <Admits rule="spreadMax" admitted={admitted} />
      </div>
      {topologySpread.map(({ key, maxSkew }, index) => (
        <div key={index} className={styles.topology}>
          <Autocomplete
            aria-label={`Spread ${index + 1} over`}
            data={SPREAD_KEYS}
            value={key}
            onChange={(next) => next.trim() !== '' && changeTopology(index, { key: next.trim() })}
            comboboxProps={{ transitionProps: { duration: 0 } }}
          />
          <TextInput
            aria-label={`Largest difference of spread ${index + 1}`}
            inputMode="numeric"
            value={String(maxSkew)}
            onChange={(event) => {
              const next = wholeNumber(event.currentTarget.value, 1);
              if (next !== null) changeTopology(index, { maxSkew: next });
            }}
          />
          <Admits rule={`topologySpread[${index}]`} admitted={admitted} />
          <RemoveButton
            label={`Remove spread ${index + 1}`}
            onRemove={() => onRules({ ...rules, topologySpread: topologySpread.filter((_, place) => place !== index) })}
          />
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        className={styles.add ?? ''}
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        onClick={() => onRules({ ...rules, topologySpread: [...topologySpread, { key: '@site', maxSkew: 1 }] })}
      >
        Spread evenly over a place or tag
      </Button>
    </fieldset>
  );
}

function Admits({ rule, admitted }: { rule: string; admitted: Admitted | undefined }) {
  const admits = admitted?.rules.find((entry) => entry.rule === rule)?.admits;
  return (
    <span className={styles.admits} title="Active computes that this condition admits">
      {admits === undefined ? '' : formatCount(admits)}
    </span>
  );
}
