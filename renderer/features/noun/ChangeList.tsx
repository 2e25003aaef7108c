import { IconArrowNarrowRight } from '@tabler/icons-react';
import type { ChangeEntry } from '../../../shared/contract/history.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { Badge } from '../../ui/Badge.tsx';
import { LongList } from '../../ui/LongList.tsx';
import type { Tone } from '../../ui/ToneIcon.tsx';
import { formatMoment } from '../../ui/format.ts';
import { objectHref } from '../../ui/location.ts';
import styles from './ChangeList.module.css';
import { changeLines, type ChangeLine } from './change-lines.ts';
import { RestoreFieldButton, RestoreObjectButton } from './RestoreButtons.tsx';
import { useReferenceNames } from './use-reference-names.ts';

const KINDS: Readonly<Record<ChangeEntry['kind'], { readonly label: string; readonly tone: Tone }>> = {
  create: { label: 'Created', tone: 'good' },
  update: { label: 'Changed', tone: 'info' },
  delete: { label: 'Deleted', tone: 'bad' },
};

/** The object whose history is shown: it is not named again with each change. */
interface Owner {
  readonly id: string;
  readonly noun: string;
}

interface ChangeListProps {
  readonly changes: readonly ChangeEntry[];
  readonly owner?: Owner;
  readonly onMore?: (() => void) | undefined;
}

/** Of a change of one field, in px. */
const CHANGE_HEIGHT = 76;

/** Changes with the values before and after; a field, or the whole thing, can be made what it was before. */
export function ChangeList({ changes, owner, onMore }: ChangeListProps) {
  return (
    <LongList
      label="What changed"
      items={changes}
      keyOf={({ seq }) => seq}
      estimate={CHANGE_HEIGHT}
      renderRow={(change) => <Change change={change} owner={owner} />}
      onMore={onMore}
    />
  );
}

function Change({ change, owner }: { change: ChangeEntry; owner: Owner | undefined }) {
  const names = useReferenceNames([change]);
  return (
    <div className={styles.change}>
      <div className={styles.head}>
        <Badge tone={KINDS[change.kind].tone}>{KINDS[change.kind].label}</Badge>
        {change.objectId === owner?.id ? null : <ChangedObject change={change} />}
        <span className={styles.when}>
          {formatMoment(change.at)} · {change.actor || 'unnamed operator'}
        </span>
        {change.kind === 'create' ? null : <RestoreObjectButton change={change} />}
      </div>
      <dl className={styles.lines}>
        {changeLines(change, names, owner?.id).map((line) => (
          <Line key={line.label} line={line} change={change} />
        ))}
      </dl>
    </div>
  );
}

function ChangedObject({ change }: { change: ChangeEntry }) {
  const label = findNoun(change.noun)?.label ?? change.noun;
  const href = change.kind === 'delete' ? null : objectHref(change.noun, change.objectId);
  return (
    <strong>
      {label} {href && change.name ? <a href={href}>{change.name}</a> : change.name}
    </strong>
  );
}

function Line({ line, change }: { line: ChangeLine; change: ChangeEntry }) {
  const { kind } = change;
  return (
    <div className={styles.line}>
      <dt>{line.label}</dt>
      <dd>
        {kind === 'create' ? null : <del>{line.before ?? '(empty)'}</del>}
        {kind === 'update' ? <IconArrowNarrowRight size="0.875rem" aria-label="became" /> : null}
        {kind === 'delete' ? null : <ins>{line.after ?? '(empty)'}</ins>}
        {kind === 'update' && line.field !== null ? (
          <RestoreFieldButton seq={change.seq} field={line.field} label={line.label} value={line.before} />
        ) : null}
      </dd>
    </div>
  );
}
