import { Page } from '../../ui/Page.tsx';

export function ComputePage({ id, tab }: { id: string; tab: string | undefined }) {
  return (
    <Page title="Compute">
      {id} {tab}
    </Page>
  );
}
