import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { PICTURE_KINDS, PICTURE_TYPES, type PictureKind } from '../../../shared/domain/picture.ts';
import { api, client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Refusal } from '../../ui/Notice.tsx';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import { base64Of } from '../journal/files.ts';
import styles from './Pictures.module.css';
import { usePictureUrls } from './use-picture-urls.ts';

interface PicturesProps {
  readonly objectId: string;
  /** Which kinds it has: a place photos, a device type a front and a rear as well. */
  readonly kinds: readonly PictureKind[];
}

const ACCEPTED = PICTURE_TYPES.map(({ value }) => value).join(',');

function kindLabel(kind: string): string {
  return PICTURE_KINDS.find(({ value }) => value === kind)?.label ?? kind;
}

/** The pictures of a place or device type: looked at, added and taken away. */
export function Pictures({ objectId, kinds }: PicturesProps) {
  const { data: pictures = [] } = useQuery(api.picture.ofObject.queryOptions({ input: { ref: objectId } }));
  const urls = usePictureUrls(pictures.map(({ id }) => id));
  const remove = useCommand(client.picture.remove);
  return (
    <section className={styles.section} aria-label="Pictures">
      <h3>Pictures</h3>
      <ul className={styles.pictures}>
        {pictures.map(({ id, kind, fileName, caption }) => (
          <li key={id}>
            <figure className={styles.figure}>
              {urls.has(id) ? (
                <a href={urls.get(id)} download={fileName} title="Save this picture">
                  <img src={urls.get(id)} alt={caption ?? `${kindLabel(kind)}, ${fileName}`} />
                </a>
              ) : null}
              <figcaption>
                <span>{caption ?? (kind === 'photo' ? fileName : kindLabel(kind))}</span>
                <RemoveButton label={`Remove ${fileName}`} onRemove={() => void remove.run({ refs: [id] })} />
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
      <AddPicture objectId={objectId} kinds={kinds} />
    </section>
  );
}

function AddPicture({ objectId, kinds }: PicturesProps) {
  const file = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<PictureKind>(kinds[0] ?? 'photo');
  const attach = useCommand(client.picture.attach, { failures: 'inline' });
  const add = async (chosen: File | undefined) => {
    if (chosen) await attach.run({ object: objectId, kind, fileName: chosen.name, base64: await base64Of(chosen) });
    if (file.current) file.current.value = '';
  };
  return (
    <>
      {attach.failure ? <Refusal>{attach.failure.message}</Refusal> : null}
      <div className={styles.add}>
        {kinds.length > 1 ? (
          <NativeSelect
            aria-label="Kind of picture"
            value={kind}
            onChange={({ currentTarget: { value } }) => setKind(kinds.find((other) => other === value) ?? 'photo')}
          >
            {kinds.map((value) => (
              <option key={value} value={value}>
                {kindLabel(value)}
              </option>
            ))}
          </NativeSelect>
        ) : null}
        <input
          ref={file}
          type="file"
          accept={ACCEPTED}
          hidden
          aria-label="Picture file"
          onChange={(event) => void add(event.currentTarget.files?.[0])}
        />
        <Button variant="default" loading={attach.pending} onClick={() => file.current?.click()}>
          Add a picture…
        </Button>
      </div>
    </>
  );
}
