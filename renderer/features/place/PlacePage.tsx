import { Page } from '../../ui/Page.tsx';

export function PlacePage() {
  return <Page title="Place">…</Page>;
}
