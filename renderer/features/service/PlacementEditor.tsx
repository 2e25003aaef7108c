import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Admitted } from '../../../shared/contract/plan.ts';
import { NO_PLACEMENT_RULES, type PlacementRules } from '../../../shared/domain/placement-rule.ts';
import type { PlacementReading } from '../../../shared/rules/placement-reader.ts';
import { placementInWords } from '../../../shared/rules/placement-words.ts';
import { api } from '../../bridge/client.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { formatCount } from '../../ui/format.ts';
import { useLocation } from '../../ui/location.ts';
import type { FieldEditorProps } from '../noun/FieldEditor.tsx';
import { Unreadable, sameValue } from '../noun/form-values.ts';
import { RuleCode } from './RuleCode.tsx';
import { RuleRows } from './RuleRows.tsx';
import styles from './ServiceEditors.module.css';
import { SpreadRows } from './SpreadRows.tsx';
import { readRulesText, rulesText } from './rules-text.ts';

/** Placement rules as lines and as JSON, and what they mean: in words, in numbers of computes, and what is wrong. */
export function PlacementEditor({ field, value, onChange }: FieldEditorProps) {
  const [typed, setTyped] = useState(() => rulesText(value));
  const outside = !(value instanceof Unreadable) && !sameValue(readRulesText(typed).draft, value);
  const text = outside ? rulesText(value) : typed;
  const { reading, draft } = readRulesText(text);
  const rules = reading?.ok ? reading.rules : null;
  // Where instances are already, less of them may be added.
  const { path, query } = useLocation();
  const service = path[0] === 'services' ? query['open'] : undefined;
  const { data: admitted } = useQuery({
    ...api.plan.admitted.queryOptions({
      input: { placement: rules ?? { ...NO_PLACEMENT_RULES }, ...(service === undefined ? {} : { service }) },
    }),
    enabled: rules !== null,
    placeholderData: keepPreviousData,
  });
  const write = (next: string) => {
    setTyped(next);
    onChange(readRulesText(next).draft);
  };
  const change = (next: PlacementRules) => write(rulesText(next));
  return (
    <div className={styles.rules}>
      {rules ? <RuleRows rules={rules} admitted={admitted} onRules={change} /> : null}
      {rules ? <SpreadRows rules={rules} admitted={admitted} onRules={change} /> : null}
      <Meaning reading={reading} draft={draft} admitted={admitted} />
      <details>
        <summary>As JSON</summary>
        <RuleCode label={`${field.meta.label} as JSON`} text={text} onText={(next) => next !== text && write(next)} />
      </details>
    </div>
  );
}

interface MeaningProps {
  readonly reading: PlacementReading | null;
  readonly draft: unknown;
  readonly admitted: Admitted | undefined;
}

function Meaning({ reading, draft, admitted }: MeaningProps) {
  if (reading === null) {
    const problem = draft instanceof Unreadable ? draft.problem : '';
    return (
      <div className={styles.meaning} aria-live="polite">
        <Problem path="" message={problem} />
      </div>
    );
  }
  if (!reading.ok) {
    return (
      <div className={styles.meaning} aria-live="polite">
        {reading.problems.map((problem) => (
          <Problem key={problem.path + problem.message} {...problem} />
        ))}
      </div>
    );
  }
  return (
    <div className={styles.meaning} aria-live="polite">
      <p>In words: {placementInWords(reading.rules)}.</p>
      {admitted ? (
        <p className={styles.admitted}>
          {formatCount(admitted.admitted)} of {formatCount(admitted.active)} active computes are admitted.
        </p>
      ) : null}
      {reading.warnings.map((warning) => (
        <p key={warning.path + warning.message} className={styles.warning}>
          <ToneIcon tone="attention" /> {warning.message}
        </p>
      ))}
    </div>
  );
}

function Problem({ path, message }: { path: string; message: string }) {
  return (
    <p className={styles.problem}>
      <ToneIcon tone="bad" />
      <span>
        {path ? <code>{path}</code> : null} {message}
      </span>
    </p>
  );
}
