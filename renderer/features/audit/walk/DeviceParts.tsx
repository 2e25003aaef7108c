import type { AuditRackDevice } from '../../../../shared/contract/audit-schemas.ts';
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import styles from './Walk.module.css';
import { partsText } from './rack-lines.ts';

/** At level serial: what is fitted in the device that was read last, and what of it was read. */
export function DeviceParts({ device }: { device: AuditRackDevice }) {
  const { name, parts, partsSeen } = device;
  if (parts.length === 0) return null;
  const seen = new Set(partsSeen);
  return (
    <section className={styles.extras}>
      <h2>
        Parts of {name}: {partsText(device)}
      </h2>
      <ScrollRegion label={`Parts of ${name}`} className={styles.extraList}>
        <ul>
          {parts.map((part) => (
            <li key={part.id}>
              <ToneIcon tone={seen.has(part.id) ? 'good' : 'neutral'} />
              <span className={styles.at}>{part.slot ?? 'no slot'}</span>
              <strong>{part.component}</strong>
              <span className={styles.partNumber}>{part.serial ?? part.assetTag}</span>
              <span>{seen.has(part.id) ? 'Seen' : 'Not seen yet'}</span>
            </li>
          ))}
        </ul>
      </ScrollRegion>
    </section>
  );
}
