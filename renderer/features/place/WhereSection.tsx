import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import type { Places } from '../../../shared/contract/plan.ts';
import { COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import { api } from '../../bridge/client.ts';
import { counted } from '../../ui/format.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import { FacetChoice } from './FacetChoice.tsx';
import styles from './PlacePage.module.css';
import { TagChoice } from './TagChoice.tsx';
import { constraintCount, type ScopeKey } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';

const NO_NAMES = {};

const FACETS: readonly (readonly [ScopeKey, string])[] = [
  ['site', 'Site'],
  ['room', 'Room'],
  ['rack', 'Rack'],
  ['provider', 'Provider'],
  ['region', 'Region'],
  ['type', 'Type'],
];

function labelOf(key: ScopeKey, value: string): string {
  if (key !== 'type') return value;
  return COMPUTE_TYPES.find((type) => type.value === value)?.label ?? value;
}

/** Which computes are considered at all. */
export const WhereSection = memo(function WhereSection() {
  const scope = usePlaceDraft((state) => state.draft.scope);
  const tags = usePlaceDraft((state) => state.draft.tags);
  const query = usePlaceDraft((state) => state.draft.query);
  const change = usePlaceDraft((state) => state.change);
  const { data } = useQuery(api.plan.places.queryOptions());
  const computeId = usePlaceDraft((state) => state.draft.computeId);
  const narrowed = constraintCount({ scope, tags, query, computeId });
  return (
    <details className={styles.section} open>
      <summary>
        <h2>Where it may run</h2>
        <span className={styles.note}>
          {narrowed === 0 ? 'anywhere' : counted(narrowed, 'condition', 'conditions')}
        </span>
      </summary>
      {data ? FACETS.map(([key, label]) => <Facet key={key} places={data} scopeKey={key} label={label} />) : null}
      <TagChoice places={data?.tags ?? []} />
      <TextInput
        label="Filter"
        placeholder="role:web, memoryFree>=64GB …"
        value={query}
        onChange={(event) => change({ query: event.currentTarget.value })}
      />
      <OneCompute id={computeId} onId={(next) => change({ computeId: next })} />
    </details>
  );
});

function OneCompute({ id, onId }: { id: string; onId: (id: string) => void }) {
  const { data } = useQuery({ ...api.compute.get.queryOptions({ input: { ref: id } }), enabled: id !== '' });
  return (
    <ReferencePicker
      label="One compute only"
      placeholder="Any"
      noun="compute"
      id={id}
      names={data ? { [id]: data.name } : NO_NAMES}
      onId={onId}
    />
  );
}

function Facet({ places, scopeKey, label }: { places: Places; scopeKey: ScopeKey; label: string }) {
  const scope = usePlaceDraft((state) => state.draft.scope);
  const change = usePlaceDraft((state) => state.change);
  const values = places[scopeKey];
  const chosen = scope[scopeKey];
  // One value for all is no choice.
  if (values.length < 2 && chosen.length === 0) return null;
  return (
    <FacetChoice
      label={label}
      values={values.map(({ value, computes }) => ({ value, label: labelOf(scopeKey, value), computes }))}
      chosen={chosen}
      onChosen={(next) => change({ scope: { ...scope, [scopeKey]: next } })}
    />
  );
}
