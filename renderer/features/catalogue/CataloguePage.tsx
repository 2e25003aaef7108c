import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { IconTable, IconUpload } from '@tabler/icons-react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { hrefOf, useLocation } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { ImportPage } from '../import/ImportPage.tsx';
import { Pictures } from '../picture/Pictures.tsx';
import { FitElsewherePanel } from '../part/FitElsewherePanel.tsx';
import styles from './CataloguePage.module.css';

const DEVICE_TYPES = nounScreen('deviceType');
const COMPONENTS = nounScreen('component');

const TABS = [
  { id: 'deviceType', label: 'Device types', href: hrefOf(['catalogue', 'deviceType']) },
  { id: 'component', label: 'Components', href: hrefOf(['catalogue', 'component']) },
];

export function CataloguePage({ part }: { part: string | undefined }) {
  const { query } = useLocation();
  const [fitting, setFitting] = useState<NounDetail | null>(null);
  if (part === 'import') return <ImportPage />;
  const screen = part === 'component' ? COMPONENTS : DEVICE_TYPES;
  const importHref = hrefOf(['catalogue', 'import']);
  return (
    <NounPage
      key={screen.noun}
      screen={screen}
      title="Catalogue"
      tabs={<LinkTabs label="Parts of the catalogue" tabs={TABS} current={screen.noun} />}
      actions={
        <>
          <Button
            component="a"
            href={importHref}
            variant="default"
            leftSection={<IconUpload size="1rem" aria-hidden />}
          >
            Import…
          </Button>
          <Button
            component="a"
            href={hrefOf(['catalogue', 'grid', screen.noun])}
            variant="default"
            leftSection={<IconTable size="1rem" aria-hidden />}
          >
            Grid
          </Button>
        </>
      }
      selectionActions={
        <Button
          component="a"
          size="compact-xs"
          variant="default"
          href={hrefOf(['catalogue', 'grid', screen.noun], { rows: 'selected' })}
        >
          In the grid…
        </Button>
      }
      panelExtra={screen === COMPONENTS ? fitButton(setFitting) : picturesOf}
      panel={
        fitting && query['open'] === fitting.record.id ? (
          <FitElsewherePanel
            component={{ id: fitting.record.id, name: fitting.name }}
            onClose={() => setFitting(null)}
          />
        ) : null
      }
      emptyHint={
        <>
          <a href={importHref}>Import</a> the NetBox device-type library, or add the first one with <strong>New</strong>
          .
        </>
      }
    />
  );
}

function picturesOf({ record }: NounDetail): ReactNode {
  return <Pictures objectId={record.id} kinds={['front', 'rear', 'photo']} />;
}

function fitButton(onFit: (component: NounDetail) => void) {
  return (component: NounDetail): ReactNode => (
    <p className={styles.extra}>
      <Button variant="default" onClick={() => onFit(component)}>
        Fit it in computes…
      </Button>
    </p>
  );
}
