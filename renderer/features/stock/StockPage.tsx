import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { hrefOf } from '../../ui/location.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { IntakeView } from './IntakeView.tsx';
import { PartsView } from './PartsView.tsx';
import { SparesView } from './SparesView.tsx';

const SHELVES = nounScreen('spareShelf');
const LEVELS = nounScreen('stockLevel');

const TABS = [
  ['spares', 'Spares'],
  ['intake', 'Intake'],
  ['part', 'Parts'],
  ['spareShelf', 'Shelves'],
  ['stockLevel', 'Minimum stock'],
].map(([id = '', label = '']) => ({ id, label, href: hrefOf(['stock', id]) }));

/** What lies on shelves, what is short, every unit with a serial number, and deliveries as they arrive. */
export function StockPage({ part = 'spares' }: { part: string | undefined }) {
  const tabs = <LinkTabs label="Parts of the stock" tabs={TABS} current={part} />;
  if (part === 'intake') return <IntakeView tabs={tabs} />;
  if (part === 'part') return <PartsView tabs={tabs} />;
  if (part === 'spareShelf') return <NounPage key={part} screen={SHELVES} title="Stock" tabs={tabs} />;
  if (part === 'stockLevel') return <NounPage key={part} screen={LEVELS} title="Stock" tabs={tabs} />;
  return <SparesView tabs={tabs} />;
}
