import type { ScanAnswer } from '../../../../shared/contract/audit-schemas.ts';
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { classes } from '../../../ui/classes.ts';
import { counted } from '../../../ui/format.ts';
import { classWord } from '../audit-words.ts';
import styles from './Walk.module.css';
import type { LastScan, Scans } from './use-scans.ts';

/** What the last scan was: word, shape and colour at once, and the sentence that says more. */
export function ScanAnswerCard({ scans: { last, said }, withParts }: { scans: Scans; withParts: boolean }) {
  if (said)
    return (
      <div className={classes(styles.answer, styles[said.tone])} role="status" aria-label="Last step">
        <ToneIcon tone={said.tone} />
        <span className={styles.message}>{said.text}</span>
      </div>
    );
  const answer = last?.answers.at(-1);
  if (!last || !answer)
    return (
      <div className={styles.answer}>
        <p className={styles.hint}>
          Scan a rack&apos;s label to go there, or <Kbd keys="mod+arrowdown" /> for the next one; then scan everything
          in it. <Kbd keys="arrowup" /> <Kbd keys="arrowdown" /> mark a device, <Kbd keys="mod+d" /> ticks it by hand,{' '}
          <Kbd keys="mod+enter" /> finishes the rack, <Kbd keys="mod+l" /> makes all targets large.
          {withParts
            ? ' After a compute read its parts; the name of a slot before a part, or of a bay before a blade, says where it is.'
            : ''}
        </p>
      </div>
    );
  const told = (
    <div className={styles.answerList} role="status" aria-label="Last scan">
      {last.counts.length > 0 ? (
        <Counts last={last} />
      ) : (
        last.answers.map((one) => <Answer key={one.observation.id} answer={one} />)
      )}
    </div>
  );
  const several = last.counts.length === 0 && last.answers.length > 1;
  return several ? (
    <ScrollRegion label="Answers to the last scan" className={styles.answers}>
      {told}
    </ScrollRegion>
  ) : (
    told
  );
}

function Answer({ answer }: { answer: ScanAnswer }) {
  const word = answer.class === null ? null : classWord(answer.class);
  return (
    <div className={classes(styles.answer, styles[word?.tone ?? 'info'])} data-class={answer.class ?? 'place'}>
      <span className={styles.class}>
        <ToneIcon tone={word?.tone ?? 'info'} />
        {word?.label ?? 'Noted'}
      </span>
      <span className={styles.message}>{answer.message}</span>
      {answer.class === 'unknown' ? (
        <span className={styles.hint}>
          On the marked device? <Kbd keys="mod+j" />
        </span>
      ) : null}
    </div>
  );
}

function Counts({ last }: { last: LastScan }) {
  return (
    <div className={styles.answer}>
      <span className={styles.class}>{counted(last.answers.length, 'line is', 'lines are')} stored</span>
      {last.counts
        .filter(({ count }) => count > 0)
        .map(({ class: value, count }) => (
          <span key={value} className={styles.countOf}>
            <ToneIcon tone={classWord(value).tone} />
            {count} {classWord(value).label.toLowerCase()}
          </span>
        ))}
    </div>
  );
}
