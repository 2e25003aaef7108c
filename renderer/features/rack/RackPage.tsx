import { Page } from '../../ui/Page.tsx';

export function RackPage({ id }: { id: string }) {
  return <Page title="Rack">{id}</Page>;
}
