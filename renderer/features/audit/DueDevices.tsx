import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { DUE_AFTER_DAYS, NEVER_AUDITED_QUERY, dueQuery } from './due.ts';
import { nounClient, nounQueryKey } from '../../bridge/noun-client.ts';
import { counted } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import { today } from '../elevation/use-elevation.ts';
import styles from './Audit.module.css';

interface Due {
  readonly due: number;
  readonly never: number;
}

function useCount(noun: 'compute' | 'equipment', query: string): number | undefined {
  const input = { query, limit: 1 };
  return useQuery({
    queryKey: nounQueryKey(noun, 'list', input),
    queryFn: ({ signal }) => nounClient(noun).list(input, { signal }),
  }).data?.total;
}

function useDue(noun: 'compute' | 'equipment', day: string): Due | null {
  const due = useCount(noun, dueQuery(day));
  const never = useCount(noun, NEVER_AUDITED_QUERY);
  return due === undefined || never === undefined ? null : { due, never };
}

/** What no audit has seen for a year, and what none has ever seen. */
export function DueDevices() {
  const day = today();
  const computes = useDue('compute', day);
  const equipment = useDue('equipment', day);
  if (!computes || !equipment) return null;
  const query = dueQuery(day);
  return (
    <section className={styles.due} aria-label="Due for an audit">
      <h2>Due for an audit</h2>
      <ul>
        <DueLine noun="compute" label={counted(computes.due, 'compute', 'computes')} due={computes} query={query} />
        <DueLine
          noun="equipment"
          label={counted(equipment.due, 'piece of equipment', 'pieces of equipment')}
          due={equipment}
          query={query}
        />
      </ul>
      <p className={styles.note}>
        Due is what was last audited more than {DUE_AFTER_DAYS} days ago, and what was never audited.
      </p>
      {computes.due + equipment.due > 0 ? (
        <Button component="a" variant="default" href={hrefOf(['audit', 'new'], { query })}>
          Audit what is due
        </Button>
      ) : null}
    </section>
  );
}

function DueLine(props: { noun: string; label: string; due: Due; query: string }) {
  return (
    <li>
      <a href={hrefOf(['fleet', props.noun], { q: props.query })}>{props.label}</a>
      {props.due.never > 0 ? `, ${props.due.never.toLocaleString('en')} of them never audited` : ''}
    </li>
  );
}
