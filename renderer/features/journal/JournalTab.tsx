import { useActions } from '../../ui/actions.ts';
import styles from './Journal.module.css';
import { JournalView } from './JournalView.tsx';
import { openWriting, WriteButton } from './WriteButton.tsx';
import type { Subject } from './WritePanel.tsx';

/** The journal of one thing, as a tab of its page; what is written there is about that thing. */
export function JournalTab({ subject }: { subject: Subject }) {
  useActions([
    {
      id: 'journal-write',
      label: `Write in the journal of ${subject.name}`,
      group: 'Journal',
      keys: 'n',
      run: openWriting,
    },
  ]);
  return (
    <>
      <div className={styles.tabHead}>
        <h2>Journal</h2>
        <WriteButton />
      </div>
      <JournalView objectId={subject.id} name={subject.name} />
    </>
  );
}
