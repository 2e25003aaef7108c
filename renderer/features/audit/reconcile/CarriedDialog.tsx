import { Dialog } from '../../../ui/Dialog.tsx';
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx';
import type { CarriedView } from '../../../../shared/contract/audit-schemas.ts';
import styles from '../Audit.module.css';
import { CarriedOver } from '../CarriedOver.tsx';

/** What earlier audits left over, in a dialog of its own: most of it is no line of this audit. */
export function CarriedDialog({ carried, onClose }: { carried: readonly CarriedView[]; onClose: () => void }) {
  return (
    <Dialog title="Carried over into this audit" size="xl" onClose={onClose}>
      <ScrollRegion label="Carried over, lines" className={styles.outcomes}>
        <CarriedOver carried={carried} />
      </ScrollRegion>
    </Dialog>
  );
}
