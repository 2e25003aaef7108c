import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { Warning } from '../../ui/Notice.tsx';
import { plainText } from '../../ui/plain-text.ts';
import styles from './Dns.module.css';

/** What contradicts itself about one record: told where it can be mended. */
export function RecordChecks({ detail }: { detail: NounDetail }) {
  const zone = plainText(detail.record['zone']);
  const { data } = useQuery({ ...api.dns.check.queryOptions({ input: { zone } }), enabled: zone !== '' });
  const findings = (data ?? []).filter(({ recordId }) => recordId === detail.record.id);
  if (findings.length === 0) return null;
  return (
    <section className={styles.recordChecks} aria-label="Checks of this record">
      {findings.map(({ code, message }) => (
        <Warning key={code + message}>{message}</Warning>
      ))}
    </section>
  );
}
