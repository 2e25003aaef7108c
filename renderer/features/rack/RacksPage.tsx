import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { hrefOf } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { HallPage } from '../hall/HallPage.tsx';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { Pictures } from '../picture/Pictures.tsx';
import { PortEndEditor } from '../port/PortEndEditor.tsx';
import { PowerPage } from '../power/PowerPage.tsx';
import { RACK_EDITORS } from './rack-editors.ts';

const LISTS = {
  rack: nounScreen('rack', { editors: RACK_EDITORS, pageHref: (id) => hrefOf(['rack', id]) }),
  row: nounScreen('row'),
  room: nounScreen('room'),
  site: nounScreen('site'),
  zone: nounScreen('zone'),
  rackReservation: nounScreen('rackReservation'),
  cable: nounScreen('cable', { editors: { aPortId: PortEndEditor, bPortId: PortEndEditor } }),
};

const TABS = [
  { id: 'wall', label: 'Hall', href: hrefOf(['racks']) },
  { id: 'rack', label: 'Racks', href: hrefOf(['racks', 'rack']) },
  { id: 'row', label: 'Rows', href: hrefOf(['racks', 'row']) },
  { id: 'room', label: 'Rooms', href: hrefOf(['racks', 'room']) },
  { id: 'site', label: 'Sites', href: hrefOf(['racks', 'site']) },
  { id: 'zone', label: 'Zones', href: hrefOf(['racks', 'zone']) },
  { id: 'rackReservation', label: 'Reservations', href: hrefOf(['racks', 'rackReservation']) },
  { id: 'cable', label: 'Cables', href: hrefOf(['racks', 'cable']) },
  { id: 'power', label: 'Power', href: hrefOf(['racks', 'power']) },
];

const WITH_PHOTOS: ReadonlySet<string> = new Set(['site', 'room', 'row', 'rack', 'zone']);

function photosOf({ record }: NounDetail) {
  return <Pictures objectId={record.id} kinds={['photo']} />;
}

export function RacksPage({ noun }: { noun: string | undefined }) {
  if (noun === 'power') return <PowerPage tabs={<LinkTabs label="Places" tabs={TABS} current="power" />} />;
  const current = noun !== undefined && noun in LISTS ? (noun as keyof typeof LISTS) : null;
  const tabs = <LinkTabs label="Places" tabs={TABS} current={current ?? 'wall'} />;
  if (current === null) return <HallPage tabs={tabs} />;
  return (
    <NounPage
      key={current}
      screen={LISTS[current]}
      title="Racks"
      tabs={tabs}
      panelExtra={WITH_PHOTOS.has(current) ? photosOf : undefined}
    />
  );
}
