import { Page } from '../../ui/Page.tsx';

export function HistoryPage({ group }: { group: string | undefined }) {
  return <Page title="History">{group}</Page>;
}
