import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { Page } from '../../ui/Page.tsx';
import { hrefOf } from '../../ui/location.ts';
import { BackupsPage } from '../backup/BackupsPage.tsx';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { About } from './About.tsx';
import { ChoicesEditor, NounChoiceEditor } from './CustomFieldEditors.tsx';
import { PersonSettings } from './PersonSettings.tsx';
import styles from './SettingsPage.module.css';
import { WorkspaceSettings } from './WorkspaceSettings.tsx';

const CUSTOM_FIELDS = nounScreen('customField', { editors: { noun: NounChoiceEditor, choices: ChoicesEditor } });

const TABS = [
  { id: 'general', label: 'General', href: hrefOf(['settings']) },
  { id: 'customField', label: 'Custom fields', href: hrefOf(['settings', 'customField']) },
  { id: 'backups', label: 'Backups', href: hrefOf(['settings', 'backups']) },
];

export function SettingsPage({ part }: { part: string | undefined }) {
  const current = part === 'customField' || part === 'backups' ? part : 'general';
  const tabs = <LinkTabs label="Settings" tabs={TABS} current={current} />;
  if (current === 'customField') return <NounPage screen={CUSTOM_FIELDS} title="Settings" tabs={tabs} />;
  if (current === 'backups') return <BackupsPage title="Settings" tabs={tabs} />;
  return (
    <Page title="Settings" bar={tabs}>
      <div className={styles.settings}>
        <PersonSettings />
        <WorkspaceSettings />
        <About />
      </div>
    </Page>
  );
}
