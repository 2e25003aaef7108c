import { Button } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useState } from 'react';
import type { JournalItem } from '../../../shared/contract/journal.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { formatBytes } from '../../ui/format.ts';
import { saveAttachment } from '../workspace/use-files.ts';
import { BlobImage } from './BlobImage.tsx';
import styles from './Journal.module.css';
import { useAttachedFile } from './use-attached-file.ts';

type Attachment = JournalItem['attachments'][number];

/** A small picture of a photo, or the name of a PDF; opens it. Bytes are fetched once it is in sight. */
export function AttachmentView({ attachment }: { attachment: Attachment }) {
  const { id, fileName, mediaType, sizeBytes } = attachment;
  const [open, setOpen] = useState(false);
  const { ref, inViewport } = useInViewport<HTMLLIElement>();
  const picture = mediaType.startsWith('image/');
  const show = () => (picture ? setOpen(true) : void saveAttachment(id, fileName));
  return (
    <li ref={ref}>
      <button type="button" className={styles.file} onClick={show}>
        <span className="visually-hidden">{picture ? 'Show' : 'Save'} </span>
        {picture ? <Thumbnail id={id} wanted={inViewport} /> : <IconFileTypePdf size="1.5rem" aria-hidden />}
        <span className={styles.fileName}>{fileName} </span>
        <span className={styles.fileSize}>{formatBytes(sizeBytes)}</span>
      </button>
      {open ? <Picture attachment={attachment} onClose={() => setOpen(false)} /> : null}
    </li>
  );
}

function Thumbnail({ id, wanted }: { id: string; wanted: boolean }) {
  const [seen, setSeen] = useState(false);
  if (wanted && !seen) setSeen(true);
  const { data, error } = useAttachedFile(id, seen);
  if (error) return <span className={styles.missing}>not in this workspace</span>;
  return data ? <BlobImage file={data} alt="" className={styles.thumbnail} /> : <span className={styles.thumbnail} />;
}

function Picture({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const { id, fileName } = attachment;
  const { data, error } = useAttachedFile(id, true);
  return (
    <Dialog title={fileName} size="xl" onClose={onClose}>
      {error ? <p role="alert">{failureFrom(error).message}</p> : null}
      {data ? <BlobImage file={data} alt={fileName} className={styles.picture} /> : null}
      <div className={styles.dialogTools}>
        <Button variant="default" onClick={() => void saveAttachment(id, fileName)}>
          Save as…
        </Button>
      </div>
    </Dialog>
  );
}
