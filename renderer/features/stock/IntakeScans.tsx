import { Checkbox } from '@mantine/core';
import { BurstField } from '../part/BurstField.tsx';
import styles from './Stock.module.css';
import { nextPart, type BuildUnits, type IntakeDraft } from './intake-draft.ts';

interface IntakeScansProps {
  readonly draft: IntakeDraft;
  readonly build: readonly BuildUnits[];
  readonly onDraft: (draft: IntakeDraft) => void;
}

/** What is scanned: the machines, their asset tags, and those of their parts that have serial numbers. */
export function IntakeScans({ draft, build, onDraft }: IntakeScansProps) {
  return (
    <>
      <BurstField
        label="Serial numbers of the machines"
        lines={draft.serials}
        onLines={(serials) => onDraft({ ...draft, serials })}
      />
      <BurstField
        label="Asset tags of the machines"
        lines={draft.assetTags}
        onLines={(assetTags) => onDraft({ ...draft, assetTags })}
      />
      {build.length > 0 ? (
        <>
          <ScannedParts draft={draft} build={build} onDraft={onDraft} />
          <BurstField
            label="Serial numbers of the parts"
            hint={partHint(draft, build)}
            lines={draft.partSerials}
            onLines={(partSerials) => onDraft({ ...draft, partSerials })}
          />
        </>
      ) : null}
    </>
  );
}

/** Which lines of the default build are scanned; the others are fitted without serial numbers. */
function ScannedParts({ draft, build, onDraft }: IntakeScansProps) {
  const { unscanned } = draft;
  return (
    <fieldset className={styles.racks}>
      <legend>Parts whose serial numbers are scanned</legend>
      {build.map(({ component, quantity }, line) => (
        <Checkbox
          key={line}
          label={`${quantity} × ${component}`}
          checked={!unscanned.includes(line)}
          onChange={(event) => {
            const others = unscanned.filter((other) => other !== line);
            onDraft({ ...draft, unscanned: event.currentTarget.checked ? others : [...others, line] });
          }}
        />
      ))}
    </fieldset>
  );
}

function partHint({ partSerials, unscanned }: IntakeDraft, build: readonly BuildUnits[]): string {
  const next = nextPart(partSerials.length, build, unscanned);
  if (!next) return 'No part is scanned.';
  return `Next: machine ${next.machine}, part ${next.unit} of ${next.units}, ${next.component}`;
}
