import { Button } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { hrefOf } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { ImportPage } from '../import/ImportPage.tsx';

const DEVICE_TYPES = nounScreen('deviceType');
const COMPONENTS = nounScreen('component');

const TABS = [
  { id: 'deviceType', label: 'Device types', href: hrefOf(['catalogue', 'deviceType']) },
  { id: 'component', label: 'Components', href: hrefOf(['catalogue', 'component']) },
];

export function CataloguePage({ part }: { part: string | undefined }) {
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
        <Button component="a" href={importHref} variant="default" leftSection={<IconUpload size="1rem" aria-hidden />}>
          Import…
        </Button>
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
