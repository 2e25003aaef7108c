import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { hrefOf } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { HallPage } from '../hall/HallPage.tsx';

const LISTS = {
  rack: nounScreen('rack', { pageHref: (id) => hrefOf(['rack', id]) }),
  row: nounScreen('row'),
  room: nounScreen('room'),
  site: nounScreen('site'),
};

const TABS = [
  { id: 'wall', label: 'Hall', href: hrefOf(['racks']) },
  { id: 'rack', label: 'Racks', href: hrefOf(['racks', 'rack']) },
  { id: 'row', label: 'Rows', href: hrefOf(['racks', 'row']) },
  { id: 'room', label: 'Rooms', href: hrefOf(['racks', 'room']) },
  { id: 'site', label: 'Sites', href: hrefOf(['racks', 'site']) },
];

export function RacksPage({ noun }: { noun: string | undefined }) {
  const current = noun !== undefined && noun in LISTS ? (noun as keyof typeof LISTS) : null;
  const tabs = <LinkTabs label="Places" tabs={TABS} current={current ?? 'wall'} />;
  if (current === null) return <HallPage tabs={tabs} />;
  return <NounPage key={current} screen={LISTS[current]} title="Racks" tabs={tabs} />;
}
