import { useQuery } from '@tanstack/react-query';
import { shell } from '../../bridge/shell.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import styles from './LicencesDialog.module.css';

/** Every package this program was built from, with its licence; the text of one is shown when it is opened. */
export function LicencesDialog({ onClose }: { onClose: () => void }) {
  const licences = useQuery({ queryKey: ['licences'], queryFn: () => shell('licences') }).data;
  if (!licences) return null;
  return (
    <Dialog title="Licences" size="lg" onClose={onClose}>
      <p className={styles.lead}>
        Rackwright is under the MIT licence and holds the work of others named here. SQLite is in the public domain. The
        licences of Electron and Chromium lie beside the program, in LICENSE.electron.txt and LICENSES.chromium.html.
      </p>
      {licences.length === 0 && <p>A program that runs from the development server has no list; a built one has.</p>}
      <ul className={styles.list} aria-label="Packages">
        {licences.map(({ name, version, licence, text }) => (
          <li key={`${name} ${version}`}>
            <details>
              <summary>
                {name} {version} <span className={styles.licence}>{licence}</span>
              </summary>
              <pre className={styles.text}>{text === '' ? `${licence}: the package holds no text of it.` : text}</pre>
            </details>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
