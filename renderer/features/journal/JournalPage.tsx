import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { Page } from '../../ui/Page.tsx';
import { useActions } from '../../ui/actions.ts';
import { updateQuery, useLocation } from '../../ui/location.ts';
import { FoundEntry } from './FoundEntry.tsx';
import { JournalView } from './JournalView.tsx';
import { openWriting, WriteButton } from './WriteButton.tsx';
import { JournalPanel } from './WritePanel.tsx';

/** What was done to anything, or the one entry that was looked for. */
export function JournalPage({ entry }: { entry: string | undefined }) {
  return entry === undefined ? <WholeJournal /> : <FoundEntry key={entry} id={entry} />;
}

/** Newest first; `?about=` keeps to one thing. */
function WholeJournal() {
  const { query } = useLocation();
  const about = query['about'] ?? null;
  const name = useNameOf(about);
  useActions([{ id: 'journal-write', label: 'Write in the journal', group: 'Journal', keys: 'n', run: openWriting }]);
  return (
    <Page
      title="Journal"
      aside={
        about === null ? null : (
          <Button
            variant="light"
            rightSection={<IconX size="0.875rem" aria-hidden />}
            aria-label={`About ${name}: show all`}
            onClick={() => updateQuery({ about: undefined })}
          >
            About {name}
          </Button>
        )
      }
      actions={<WriteButton />}
      panel={<JournalPanel subject={about === null ? null : { id: about, name }} />}
    >
      <JournalView objectId={about} name={about === null ? 'the workspace' : name} />
    </Page>
  );
}

function useNameOf(id: string | null): string {
  const { data } = useQuery({
    ...api.journal.subject.queryOptions({ input: { ref: id ?? '' } }),
    enabled: id !== null,
  });
  return data?.name ?? '…';
}
