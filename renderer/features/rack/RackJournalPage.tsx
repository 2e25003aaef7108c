import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Page } from '../../ui/Page.tsx';
import { hrefOf } from '../../ui/location.ts';
import { JournalTab } from '../journal/JournalTab.tsx';
import { JournalPanel } from '../journal/WritePanel.tsx';
import { useNounDetail } from '../noun/EditPanel.tsx';

/** The journal of a rack; its elevation takes the whole page, so it has one of its own. */
export function RackJournalPage({ id }: { id: string }) {
  const { data, error } = useNounDetail('rack', id);
  if (error) return <EmptyState title="This rack cannot be shown">{failureFrom(error).message}</EmptyState>;
  if (!data) return null;
  const subject = { id, name: data.name };
  const tabs = [
    { id: 'elevation', label: 'Elevation', href: hrefOf(['rack', id]) },
    { id: 'journal', label: 'Journal', href: hrefOf(['rack', id, 'journal']) },
  ];
  return (
    <Page
      title={data.name}
      bar={<LinkTabs label="Parts of the rack" tabs={tabs} current="journal" />}
      panel={<JournalPanel subject={subject} />}
    >
      <JournalTab subject={subject} />
    </Page>
  );
}
