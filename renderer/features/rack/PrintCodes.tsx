import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { CodePicture } from '../print/CodePicture.tsx';
import styles from './Print.module.css';

/** Large enough that a phone reads a code of 33 modules at arm's length: 0.4 mm a module. */
const CODE_MM = 16;

/** A QR code for each device of a rack, which opens it in the program. */
export function PrintCodes({ rackId, rackName }: { readonly rackId: string; readonly rackName: string }) {
  const { data: labels = [] } = useQuery(api.locate.labels.queryOptions({ input: { racks: [rackId] } }));
  return (
    <section className={styles.codes} aria-label={`Codes of ${rackName}`}>
      {labels.map(({ id, name, link, place }) => (
        <div key={id} className={styles.coded}>
          <CodePicture kind="qr" text={link} name={name} widthMm={CODE_MM} heightMm={CODE_MM} />
          <span>
            <strong>{name}</strong> {place.split(' / ').at(-1)}
          </span>
        </div>
      ))}
    </section>
  );
}
