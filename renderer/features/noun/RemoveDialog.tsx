import { inSentence } from '../../../shared/domain/label-text.ts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Dependants } from '../../../shared/contract/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { nounClient, nounQueryKey } from '../../bridge/noun-client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { counted } from '../../ui/format.ts';
import { objectHref } from '../../ui/location.ts';
import styles from './dialogs.module.css';
import type { NounScreen } from './noun-screen.ts';
import { Dialog } from '../../ui/Dialog.tsx';

interface RemoveDialogProps {
  readonly screen: NounScreen;
  readonly refs: readonly string[];
  /** What is deleted, for the question: a name, or `12 computes`. */
  readonly what: string;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** Shows what a deletion takes along or what stands against it, before it is done. */
export function RemoveDialog({ screen, refs, what, onClose, onRemoved }: RemoveDialogProps) {
  const input = { refs: [...refs] };
  const preview = useQuery({
    queryKey: nounQueryKey(screen.noun, 'previewRemove', input),
    queryFn: () => nounClient(screen.noun).previewRemove(input),
    staleTime: 0,
    gcTime: 0,
  });
  const remove = useCommand(nounClient(screen.noun).remove, { failures: 'inline' });
  const refused = (preview.data?.blockingCount ?? 0) > 0;
  return (
    <Dialog onClose={onClose} title={`Delete ${what}?`}>
      {preview.error ? <p role="alert">{failureFrom(preview.error).message}</p> : null}
      {preview.data ? <Consequences dependants={preview.data} /> : null}
      {remove.failure ? <p role="alert">{remove.failure.message}</p> : null}
      <div className={styles.buttons}>
        <Button
          color="red"
          data-autofocus
          disabled={!preview.data || refused}
          loading={remove.pending}
          onClick={() => void remove.run(input).then((done) => done && onRemoved())}
        >
          Delete
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </Dialog>
  );
}

function Consequences({ dependants }: { dependants: Dependants }) {
  const { owned, blocking, blockingCount } = dependants;
  if (blockingCount > 0) {
    return (
      <div className={styles.consequences}>
        <p className={styles.line}>
          <ToneIcon tone="bad" /> It cannot be deleted while {counted(blockingCount, 'row refers', 'rows refer')} to it:
        </p>
        <ul className={styles.list}>
          {blocking.map((row) => (
            <BlockingRow key={`${row.noun}-${row.id}`} {...row} />
          ))}
          {blockingCount > blocking.length ? <li>… and {blockingCount - blocking.length} more</li> : null}
        </ul>
      </div>
    );
  }
  const parts = owned.map(({ noun, count }) => {
    const definition = findNoun(noun);
    return counted(count, inSentence(definition?.label ?? noun), inSentence(definition?.plural ?? noun));
  });
  return (
    <p className={styles.consequences}>
      {parts.length > 0 ? `With it go ${parts.join(', ')}. ` : 'Nothing else goes with it. '}
      It can be undone.
    </p>
  );
}

function BlockingRow({ noun, id, name }: { noun: string; id: string; name: string }) {
  const href = objectHref(noun, id);
  const label = findNoun(noun)?.label ?? noun;
  return (
    <li>
      {label}: {href ? <a href={href}>{name}</a> : name}
    </li>
  );
}
