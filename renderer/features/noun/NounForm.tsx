import { useEffect, useRef, type ReactNode } from 'react';
import type { CustomField } from '../../../shared/domain/custom-field.ts';
import type { FieldDefinition, NounDefinition } from '../../../shared/domain/noun.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { ReferenceNames } from '../../bridge/noun-client.ts';
import { Refusal } from '../../ui/Notice.tsx';
import { classes } from '../../ui/classes.ts';
import { CustomFields } from './CustomFields.tsx';
import { FieldEditor, type SpecialEditor } from './FieldEditor.tsx';
import styles from './NounForm.module.css';
import { TagsEditor } from './TagsEditor.tsx';
import { editableFields } from './form-values.ts';
import type { NounFormState } from './use-noun-form.ts';

interface NounFormProps {
  readonly definition: NounDefinition;
  readonly form: NounFormState;
  readonly customFields: readonly CustomField[];
  readonly references: ReferenceNames;
  readonly failure: Failure | null;
  readonly editors?: Readonly<Record<string, SpecialEditor>> | undefined;
  /** Fields fixed by where the form stands: a component assignment's compute. */
  readonly hidden?: readonly string[] | undefined;
}

const WIDE_KINDS = new Set(['multiline', 'json', 'reference']);

/** The form of any noun: its fields under their section headings, its tags, its custom fields. */
export function NounForm({ definition, form, customFields, references, failure, editors, hidden = [] }: NounFormProps) {
  const problems = [...form.problems, ...(failure?.fields ?? [])];
  const fields = editableFields(definition).filter((field) => !hidden.includes(field.key));
  const sections = Map.groupBy(fields, (field) => field.meta.section ?? '');
  const unplaced = problems.filter(
    (problem) => !fields.some((field) => belongsTo(problem, field)) && !problem.path.startsWith('custom.'),
  );
  const root = useRef<HTMLDivElement>(null);
  const wrong = problems.length > 0;
  useEffect(() => {
    if (wrong) root.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [wrong]);
  return (
    <div ref={root} className={styles.form}>
      {failure && (failure.fields ?? []).length === 0 ? <Refusal>{failure.message}</Refusal> : null}
      {unplaced.map((problem) => (
        <Refusal key={problem.path + problem.message}>{problem.message}</Refusal>
      ))}
      {[...sections].map(([section, members]) => (
        <Section key={section} title={section}>
          {members.map((field) => {
            const Editor = editors?.[field.key] ?? FieldEditor;
            return (
              <div key={field.key} className={classes(styles.field, WIDE_KINDS.has(field.meta.kind) && styles.wide)}>
                <Editor
                  noun={definition.noun}
                  field={field}
                  value={form.draft[field.key]}
                  onChange={(value) => form.setField(field.key, value)}
                  problems={problems.filter((problem) => belongsTo(problem, field))}
                  references={references}
                  draft={form.draft}
                />
              </div>
            );
          })}
        </Section>
      ))}
      {customFields.length > 0 ? (
        <Section title="Custom fields">
          <CustomFields fields={customFields} values={form.custom} onValue={form.setCustom} problems={problems} />
        </Section>
      ) : null}
      {definition.tagged ? (
        <Section title="Tags">
          <TagsEditor tags={form.tags} onTags={form.setTags} />
        </Section>
      ) : null}
    </div>
  );
}

function belongsTo(problem: { readonly path: string }, field: FieldDefinition): boolean {
  return problem.path === field.key || problem.path.startsWith(`${field.key}.`);
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  if (title === '') return <div className={styles.section}>{children}</div>;
  return (
    <fieldset className={styles.section}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
