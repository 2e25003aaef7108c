import { Button } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { hrefOf } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { PlacementEditor } from './PlacementEditor.tsx';
import { PortsEditor } from './PortsEditor.tsx';
import { ResourceSpecEditor } from './ResourceSpecEditor.tsx';

export const SERVICE_EDITORS = {
  minSpec: ResourceSpecEditor,
  maxSpec: ResourceSpecEditor,
  ports: PortsEditor,
  placement: PlacementEditor,
};

const SERVICES = nounScreen('service', { editors: SERVICE_EDITORS });

export function ServicesPage() {
  return (
    <NounPage
      screen={SERVICES}
      emptyHint={
        <>
          A service says how much it needs and where it may run. Make one with <strong>New service</strong>, then place
          it.
        </>
      }
      panelExtra={findPlaceLink}
    />
  );
}

function findPlaceLink(detail: NounDetail) {
  return (
    <Button
      component="a"
      variant="light"
      fullWidth
      mb="sm"
      href={hrefOf(['place'], { service: detail.record.id })}
      leftSection={<IconTargetArrow size="1rem" aria-hidden />}
    >
      Find a place for it
    </Button>
  );
}
