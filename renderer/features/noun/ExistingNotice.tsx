import { inSentence } from '../../../shared/domain/label-text.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { Warning } from '../../ui/Notice.tsx';
import styles from './NounForm.module.css';

interface ExistingNoticeProps {
  readonly definition: NounDefinition;
  readonly existing: NounDetail | null;
}

/** Says that the key typed so far is on record, and that saving changes that row instead of making another. */
export function ExistingNotice({ definition, existing }: ExistingNoticeProps) {
  const tags = Object.keys(existing?.tags ?? {}).length > 0 ? ' Tags are added to those it has.' : '';
  return (
    <div role="status" className={styles.existing}>
      {existing ? (
        <Warning>
          There is {article(definition.label)} {inSentence(definition.label)} {existing.name} already. Updating changes
          it: the form shows it with what you typed.{tags}
        </Warning>
      ) : null}
    </div>
  );
}

function article(label: string): 'a' | 'an' {
  return /^[aeiou]/i.test(label) ? 'an' : 'a';
}
