import {
  IconBox,
  IconBarcode,
  IconChartBar,
  IconClipboardCheck,
  IconHistory,
  IconLayoutGrid,
  IconNetwork,
  IconNotebook,
  IconPackages,
  IconServer2,
  IconSettings,
  IconTargetArrow,
  type Icon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { DamagePage } from '../features/backup/DamagePage.tsx';
import { AuditPage } from '../features/audit/AuditPage.tsx';
import { CapacityPage } from '../features/capacity/CapacityPage.tsx';
import { CataloguePage } from '../features/catalogue/CataloguePage.tsx';
import { ComputePage } from '../features/compute/ComputePage.tsx';
import { CsvPage } from '../features/csv/CsvPage.tsx';
import { EquipmentPage } from '../features/equipment/EquipmentPage.tsx';
import { FleetPage } from '../features/fleet/FleetPage.tsx';
import { GridPage } from '../features/grid/GridPage.tsx';
import { HistoryPage } from '../features/history/HistoryPage.tsx';
import { ListPage } from '../features/list/ListPage.tsx';
import { OpenViewPage } from '../features/list/OpenViewPage.tsx';
import { NetworkPage } from '../features/network/NetworkPage.tsx';
import { PrefixPage } from '../features/network/PrefixPage.tsx';
import { JournalPage } from '../features/journal/JournalPage.tsx';
import { PlacePage } from '../features/place/PlacePage.tsx';
import { LabelsPage } from '../features/print/LabelsPage.tsx';
import { RackJournalPage } from '../features/rack/RackJournalPage.tsx';
import { RackPage } from '../features/rack/RackPage.tsx';
import { RacksPage } from '../features/rack/RacksPage.tsx';
import { ReportPage } from '../features/report/ReportPage.tsx';
import { ServicesPage } from '../features/service/ServicesPage.tsx';
import { SettingsPage } from '../features/settings/SettingsPage.tsx';
import { StockPage } from '../features/stock/StockPage.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { hrefOf, type Location } from '../ui/location.ts';

interface Area {
  readonly id: string;
  readonly label: string;
  readonly href: string;
  readonly keys?: string;
  readonly Symbol: Icon;
  readonly gapBefore?: boolean;
}

export const AREAS: readonly Area[] = [
  { id: 'fleet', label: 'Fleet', href: hrefOf(['fleet', 'compute']), keys: 'mod+1', Symbol: IconServer2 },
  { id: 'racks', label: 'Racks', href: hrefOf(['racks']), keys: 'mod+2', Symbol: IconLayoutGrid },
  {
    id: 'catalogue',
    label: 'Catalogue',
    href: hrefOf(['catalogue', 'deviceType']),
    keys: 'mod+3',
    Symbol: IconPackages,
  },
  { id: 'stock', label: 'Stock', href: hrefOf(['stock', 'spares']), keys: 'mod+9', Symbol: IconBarcode },
  { id: 'services', label: 'Services', href: hrefOf(['services']), keys: 'mod+4', Symbol: IconBox },
  { id: 'network', label: 'Network', href: hrefOf(['network']), keys: 'mod+shift+k', Symbol: IconNetwork },
  { id: 'place', label: 'Place', href: hrefOf(['place']), keys: 'mod+5', Symbol: IconTargetArrow },
  { id: 'capacity', label: 'Capacity', href: hrefOf(['capacity']), keys: 'mod+8', Symbol: IconChartBar },
  { id: 'audit', label: 'Audit', href: hrefOf(['audit']), keys: 'mod+shift+a', Symbol: IconClipboardCheck },
  {
    id: 'journal',
    label: 'Journal',
    href: hrefOf(['journal']),
    keys: 'mod+shift+j',
    Symbol: IconNotebook,
    gapBefore: true,
  },
  { id: 'history', label: 'History', href: hrefOf(['history']), keys: 'mod+6', Symbol: IconHistory },
  { id: 'settings', label: 'Settings', href: hrefOf(['settings']), keys: 'mod+7', Symbol: IconSettings },
];

/** Which screen a place shows: the first part of its path decides; the rest is the screen's own. */
const SCREENS: Readonly<
  Record<string, { readonly area: string; readonly show: (rest: readonly string[]) => ReactNode }>
> = {
  fleet: {
    area: 'fleet',
    show: ([part, noun]) =>
      part === 'grid' ? (
        <GridPage noun={noun} backHref={hrefOf(['fleet', noun === 'equipment' ? noun : 'compute'])} />
      ) : (
        <FleetPage noun={part} />
      ),
  },
  compute: { area: 'fleet', show: ([id, tab]) => (id ? <ComputePage key={id} id={id} tab={tab} /> : <Nowhere />) },
  equipment: {
    area: 'fleet',
    show: ([id, tab]) => (id ? <EquipmentPage key={id} id={id} tab={tab} /> : <Nowhere />),
  },
  racks: { area: 'racks', show: ([noun]) => <RacksPage noun={noun} /> },
  rack: {
    area: 'racks',
    show: ([id, part]) =>
      !id ? <Nowhere /> : part === 'journal' ? <RackJournalPage key={id} id={id} /> : <RackPage id={id} />,
  },
  catalogue: {
    area: 'catalogue',
    show: ([part, noun]) =>
      part === 'grid' ? (
        <GridPage noun={noun} backHref={hrefOf(['catalogue', noun ?? 'component'])} />
      ) : (
        <CataloguePage part={part} />
      ),
  },
  stock: { area: 'stock', show: ([part]) => <StockPage part={part} /> },
  labels: { area: 'fleet', show: () => <LabelsPage /> },
  services: { area: 'services', show: ([part]) => <ServicesPage part={part} /> },
  network: { area: 'network', show: ([part, view]) => <NetworkPage part={part} view={view} /> },
  prefix: { area: 'network', show: ([id, tab]) => (id ? <PrefixPage key={id} id={id} tab={tab} /> : <Nowhere />) },
  capacity: { area: 'capacity', show: ([part]) => <CapacityPage part={part} /> },
  place: { area: 'place', show: () => <PlacePage /> },
  audit: { area: 'audit', show: ([id, part]) => <AuditPage id={id} part={part} /> },
  report: { area: 'fleet', show: ([kind]) => <ReportPage key={kind} kind={kind} /> },
  journal: { area: 'journal', show: ([entry]) => <JournalPage entry={entry} /> },
  history: { area: 'history', show: ([group]) => <HistoryPage group={group} /> },
  list: { area: '', show: ([noun]) => <ListPage noun={noun} /> },
  view: { area: '', show: ([id]) => (id ? <OpenViewPage key={id} id={id} /> : <Nowhere />) },
  csv: { area: '', show: ([noun]) => <CsvPage noun={noun} /> },
  damage: { area: 'settings', show: () => <DamagePage /> },
  settings: { area: 'settings', show: ([part]) => <SettingsPage part={part} /> },
};

const START = 'fleet';

export function areaOf(location: Location): string | undefined {
  return SCREENS[location.path[0] ?? START]?.area;
}

export function screenFor(location: Location): ReactNode {
  const [first = START, ...rest] = location.path;
  return SCREENS[first]?.show(rest) ?? <Nowhere />;
}

/** Going from a place to one with another key makes its screen anew; racks follow one another on the same screen. */
export function screenKey({ path }: Location): string {
  return path[0] === 'rack' && path.length === 2 ? 'rack' : path.join('/');
}

function Nowhere() {
  return (
    <EmptyState title="There is no such screen" actions={<a href={hrefOf(['fleet', 'compute'])}>Go to the fleet</a>}>
      The address may be from a newer version.
    </EmptyState>
  );
}
