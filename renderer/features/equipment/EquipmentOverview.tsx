import { useQuery } from '@tanstack/react-query';
import { equipment } from '../../../shared/domain/equipment.ts';
import { api } from '../../bridge/client.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { Facts } from '../../ui/Facts.tsx';
import { hrefOf } from '../../ui/location.ts';
import { useDueFacts } from '../audit/use-due-facts.ts';
import { fieldText } from '../noun/field-text.ts';
import { useCustomFields } from '../noun/use-custom-fields.ts';
import { portGroups } from '../port/port-groups.ts';
import styles from './Equipment.module.css';

const FACT_FIELDS = ['deviceTypeId', 'serial', 'assetTag', 'lastAudited', 'lastAuditedBy', 'lastAuditLevel', 'notes'];

/** What is written down of it, and how many of its ports are taken. */
export function EquipmentOverview({ detail }: { detail: NounDetail }) {
  const { record, references, custom } = detail;
  const due = useDueFacts(record);
  const customFields = useCustomFields('equipment');
  const ports = useQuery(api.port.ofObject.queryOptions({ input: { ref: record.id } })).data ?? [];
  const facts = FACT_FIELDS.flatMap((key) => {
    const field = equipment.fieldList.find((entry) => entry.key === key);
    return field ? [[field.meta.label, fieldText(field.meta, record[key], record, references)] as const] : [];
  });
  const own = customFields.map(({ key, label }) => [label, custom[key] ?? ''] as const);
  return (
    <div className={styles.overview}>
      <section>
        <h2>Details</h2>
        <Facts label="Details" facts={[...facts, ...due, ...own]} />
      </section>
      <section>
        <h2>Ports</h2>
        {ports.length === 0 ? (
          <p>
            No port is recorded yet. <a href={hrefOf(['equipment', record.id, 'ports'])}>Make its ports</a>
          </p>
        ) : (
          <Facts
            label="Ports"
            facts={portGroups(ports).map(({ label, rows, free }) => [
              label,
              `${rows.length - free} of ${rows.length} in use`,
            ])}
          />
        )}
      </section>
    </div>
  );
}
