import { useQuery } from '@tanstack/react-query';
import type { Capacity } from '../../../shared/contract/compute.ts';
import type { CustomField } from '../../../shared/domain/custom-field.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { Facts } from '../../ui/Facts.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { useDueFacts } from '../audit/use-due-facts.ts';
import { fieldText } from '../noun/field-text.ts';
import { useCustomFields } from '../noun/use-custom-fields.ts';
import styles from './ComputePage.module.css';
import { ResourceMeters } from './ResourceMeters.tsx';

const FACT_FIELDS = [
  'deviceTypeId',
  'serial',
  'assetTag',
  'lastAudited',
  'lastAuditedBy',
  'lastAuditLevel',
  'monthlyCost',
  'annualCost',
  'contractEnd',
  'renewalDate',
  'notes',
];

export function OverviewTab({ detail }: { detail: NounDetail }) {
  const due = useDueFacts(detail.record);
  const customFields = useCustomFields('compute');
  const { data, error } = useQuery(api.compute.capacity.queryOptions({ input: { ref: detail.record.id } }));
  return (
    <div className={styles.overview}>
      <section>
        <h2>Resources</h2>
        {error ? <p role="alert">{failureFrom(error).message}</p> : null}
        {data ? <Findings findings={data.findings} /> : null}
        {data ? <ResourceMeters capacity={data} /> : null}
        {data ? <p className={styles.note}>{coresNote(data)}</p> : null}
      </section>
      <section>
        <h2>Details</h2>
        <Facts
          label="Details"
          facts={[
            ...recordFacts(detail),
            ...due,
            ...customFacts(customFields, detail),
            ...(data ? hardwareFacts(data) : []),
          ]}
        />
      </section>
    </div>
  );
}

/** Both ways of counting are always shown; the workspace decides which one plans go by. */
function coresNote({ cores, threads, coresCount }: Capacity): string {
  const counted = coresCount === 'cores' ? 'CPU cores' : 'hardware threads';
  return `${cores} CPU cores, ${threads} hardware threads; this workspace plans by ${counted}.`;
}

function Findings({ findings }: { findings: Capacity['findings'] }) {
  if (findings.length === 0) return null;
  return (
    <ul className={styles.findings} aria-label="Findings">
      {findings.map((finding) => (
        <li key={finding.code + finding.message} className={styles.finding}>
          <ToneIcon tone="attention" />
          {finding.message}
        </li>
      ))}
    </ul>
  );
}

function recordFacts({ record, references }: NounDetail): readonly (readonly [string, string])[] {
  const fields = findNoun('compute')?.fieldList ?? [];
  return FACT_FIELDS.flatMap((key) => {
    const field = fields.find((entry) => entry.key === key);
    return field ? [[field.meta.label, fieldText(field.meta, record[key], record, references)] as const] : [];
  });
}

function customFacts(fields: readonly CustomField[], { custom }: NounDetail): readonly (readonly [string, string])[] {
  return fields.map((field) => [field.label, custom[field.key] ?? ''] as const);
}

function hardwareFacts(capacity: Capacity): readonly (readonly [string, string])[] {
  return [
    ['Network', capacity.nicGbps > 0 ? formatQuantity(capacity.nicGbps, 'Gbps') : ''],
    ['Power supplies', capacity.psuWatts > 0 ? formatQuantity(capacity.psuWatts, 'W') : ''],
    ['Estimated draw', capacity.estimatedDrawWatts > 0 ? formatQuantity(capacity.estimatedDrawWatts, 'W') : ''],
    ['Weight of parts', capacity.weightGrams > 0 ? formatQuantity(capacity.weightGrams, 'g') : ''],
  ];
}
