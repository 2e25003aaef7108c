import { ActionIcon, Button, FileButton } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { ATTACHMENT_BYTES, ATTACHMENT_TYPES } from '../../../shared/domain/attachment.ts';
import { formatBytes } from '../../ui/format.ts';
import { Refusal } from '../../ui/Notice.tsx';
import { ACCEPTED, withFiles, type ChosenFile } from './files.ts';
import styles from './Journal.module.css';
import { useFileDrop } from './use-file-drop.ts';

interface FileFieldProps {
  readonly files: readonly ChosenFile[];
  readonly onFiles: (files: readonly ChosenFile[]) => void;
}

const KINDS = ATTACHMENT_TYPES.map(({ label }) => label).join(', ');

/** Photos and PDFs that go with an entry: chosen, or dropped here. */
export function FileField({ files, onFiles }: FileFieldProps) {
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const add = (added: readonly File[]) => {
    const choice = withFiles(files, added);
    onFiles(choice.files);
    setRefusals(choice.refusals);
  };
  const field = useRef<HTMLDivElement>(null);
  useFileDrop(field, add);
  return (
    <div ref={field} className={styles.fileField} role="group" aria-label="Photos and PDFs">
      <FileButton multiple accept={ACCEPTED} onChange={add} inputProps={{ 'aria-label': 'Photos and PDFs' }}>
        {(props) => (
          <Button {...props} variant="default" leftSection={<IconPaperclip size="1rem" aria-hidden />}>
            Attach photos or PDFs…
          </Button>
        )}
      </FileButton>
      <small>
        {KINDS}, up to {formatBytes(ATTACHMENT_BYTES)} each; or drop them here.
      </small>
      {refusals.map((refusal) => (
        <Refusal key={refusal}>{refusal}</Refusal>
      ))}
      <ul className={styles.chosen}>
        {files.map(({ key, file }) => (
          <li key={key}>
            <span>{file.name}</span>
            <span className={styles.fileSize}>{formatBytes(file.size)}</span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={`Leave out ${file.name}`}
              onClick={() => onFiles(files.filter((other) => other.key !== key))}
            >
              <IconX size="0.875rem" />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </div>
  );
}
