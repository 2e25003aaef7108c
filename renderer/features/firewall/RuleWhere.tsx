import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, client } from '../../bridge/client.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { RowTools } from '../../ui/RowTools.tsx';
import { counted } from '../../ui/format.ts';
import { objectHref } from '../../ui/location.ts';
import styles from './Firewall.module.css';

/** More are not read here. */
const SHOWN = 20;

/** The computes a rule is on, and the way to more. */
export function RuleWhere({ detail, onAssign }: { detail: NounDetail; onAssign: () => void }) {
  const { id } = detail.record;
  const { data } = useQuery(api.firewall.computesOf.queryOptions({ input: { rule: id, limit: SHOWN } }));
  const unassign = useCommand(client.firewall.unassign);
  if (!data) return null;
  return (
    <section className={styles.where} aria-label="Where it applies">
      {data.total === 0 ? <p className={styles.note}>It is on no compute yet.</p> : null}
      {data.rows.length > 0 ? (
        <details>
          <summary>It is on {counted(data.total, 'compute', 'computes')}.</summary>
          <ul>
            {data.rows.map(({ computeId, compute, enabled }) => (
              <li key={computeId}>
                <span>
                  <a href={objectHref('compute', computeId) ?? '#'}>{compute}</a>
                  {enabled ? '' : ', off'}
                </span>
                <span>
                  <RowTools
                    name={`it from ${compute}`}
                    onRemove={() => void unassign.run({ rules: [id], computes: [computeId] })}
                  />
                </span>
              </li>
            ))}
          </ul>
          {data.total > data.rows.length ? (
            <p className={styles.note}>… and {counted(data.total - data.rows.length, 'other', 'others')}.</p>
          ) : null}
        </details>
      ) : null}
      <Button variant="default" onClick={onAssign}>
        Assign to computes…
      </Button>
    </section>
  );
}
