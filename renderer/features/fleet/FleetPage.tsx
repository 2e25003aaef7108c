import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { hrefOf } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { StartFleet } from './StartFleet.tsx';

const COMPUTES = nounScreen('compute', { pageHref: (id) => hrefOf(['compute', id]) });
const EQUIPMENT = nounScreen('equipment');

const TABS = [
  { id: 'compute', label: 'Computes', href: hrefOf(['fleet', 'compute']) },
  { id: 'equipment', label: 'Equipment', href: hrefOf(['fleet', 'equipment']) },
];

export function FleetPage({ noun = 'compute' }: { noun: string | undefined }) {
  const screen = noun === 'equipment' ? EQUIPMENT : COMPUTES;
  return (
    <NounPage
      key={screen.noun}
      screen={screen}
      title="Fleet"
      tabs={<LinkTabs label="Kinds of machine" tabs={TABS} current={screen.noun} />}
      emptyHint={<StartFleet />}
    />
  );
}
