import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { useLocation } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import partStyles from '../part/Part.module.css';
import { PartTimeline } from '../part/PartTimeline.tsx';

const PARTS = nounScreen('part');

/** Every unit with a serial number or asset tag, wherever it is; its timeline is one press away. */
export function PartsView({ tabs }: { tabs: ReactNode }) {
  const { query } = useLocation();
  const [shown, setShown] = useState<string | null>(null);
  const close = () => setShown(null);
  return (
    <NounPage
      screen={PARTS}
      title="Stock"
      tabs={tabs}
      panelExtra={timelineButton(setShown)}
      panel={
        shown !== null && query['open'] === shown ? (
          <PartTimeline partId={shown} onClose={close} onBack={close} />
        ) : null
      }
    />
  );
}

function timelineButton(onShow: (partId: string) => void) {
  return ({ record }: NounDetail): ReactNode => (
    <p className={partStyles.extra}>
      <Button variant="default" onClick={() => onShow(record.id)}>
        Timeline
      </Button>
    </p>
  );
}
