import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { copyDiagnostics } from '../../bridge/diagnostics.ts';
import { shell } from '../../bridge/shell.ts';
import { Facts } from '../../ui/Facts.tsx';
import { LicencesDialog } from './LicencesDialog.tsx';
import styles from './SettingsPage.module.css';

/** What runs here, and whose work is in it. */
export function About() {
  const [licences, setLicences] = useState(false);
  const about = useQuery({ queryKey: ['about'], queryFn: () => shell('about') }).data;
  if (!about) return null;
  return (
    <section className={styles.section}>
      <h2>About</h2>
      <Facts
        label="About"
        facts={[
          ['Rackwright', about.version],
          ['Electron', about.electron],
          ['Chromium', about.chromium],
          ['Node', about.node],
        ]}
      />
      <div>
        <div className={styles.buttons}>
          <Button variant="default" onClick={() => void copyDiagnostics()}>
            Copy diagnostics
          </Button>
          <Button variant="default" onClick={() => setLicences(true)}>
            Licences…
          </Button>
        </div>
        <p className={styles.help}>Versions and the log, for whoever helps you. None of your data is in it.</p>
      </div>
      {licences && <LicencesDialog onClose={() => setLicences(false)} />}
    </section>
  );
}
