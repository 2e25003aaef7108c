import { Page } from '../../ui/Page.tsx';

export function SettingsPage({ part }: { part: string | undefined }) {
  return <Page title="Settings">{part}</Page>;
}
