import { Button } from '@mantine/core';
import type { AuditSummary } from '../../../../shared/contract/audit-schemas.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { CameraPanel } from '../camera/CameraPanel.tsx';
import { SessionPage } from '../SessionPage.tsx';
import styles from './Walk.module.css';
import { AuditElevation } from './AuditElevation.tsx';
import { DeviceParts } from './DeviceParts.tsx';
import { Extras } from './Extras.tsx';
import { RackWalk } from './RackWalk.tsx';
import { ScanFile } from './ScanField.tsx';
import { ScanHistory } from './ScanHistory.tsx';
import { ScanPanel } from './ScanPanel.tsx';
import { useWalkActions } from './use-walk-actions.ts';

/** The walk through the hall: the racks in order, the scan field, what is expected here, and the elevation. */
export function WalkView({ session }: { session: AuditSummary }) {
  const actions = useWalkActions(session);
  const { walk, scans, file, camera } = actions;
  const { shown, rack, devices } = walk;
  const closed = session.status !== 'open';
  const inside = session.level === 'serial' ? devices.find(({ id }) => id === walk.walk?.place.deviceId) : undefined;
  const marked = scans.last?.answers.at(-1)?.candidates.length ? undefined : devices[actions.marked]?.id;
  return (
    <SessionPage
      session={session}
      part="walk"
      body="fill"
      actions={
        <>
          {camera.present && !closed ? (
            <Button variant="default" aria-pressed={camera.open} onClick={camera.toggle}>
              Camera&nbsp;
              <Kbd keys="mod+shift+c" />
            </Button>
          ) : null}
          <Kbd keys="mod+enter" />
          <Button disabled={closed || !shown} onClick={() => void actions.finish()}>
            {shown?.finished ? 'Open the rack again' : 'Rack finished'}
          </Button>
        </>
      }
    >
      <ScanFile input={file} scans={scans} />
      <div className={styles.walk}>
        <div className={styles.left}>
          <h2>Racks</h2>
          <RackWalk racks={walk.racks} shownId={shown?.id} onGo={(to) => void walk.go(to)} />
          <ScanHistory session={session.id} />
        </div>
        <div className={styles.middle}>
          {camera.open ? <CameraPanel onText={(text) => scans.take(text, 'camera')} onClose={camera.toggle} /> : null}
          <ScanPanel session={session} actions={actions} />
          {walk.walk?.racks.length === 0 ? (
            <EmptyState title="This audit expects nothing">Its scope held no device when it was started.</EmptyState>
          ) : null}
          {inside ? <DeviceParts device={inside} /> : null}
          {rack ? <Extras extras={rack.extras} /> : null}
        </div>
        {shown?.rackId ? (
          <div className={styles.right}>
            <AuditElevation rackId={shown.rackId} devices={devices} markedId={marked} />
          </div>
        ) : null}
      </div>
    </SessionPage>
  );
}
