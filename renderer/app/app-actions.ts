import { THEMES, type Preferences } from '../../shared/contract/shell.ts';
import { copyDiagnostics } from '../bridge/diagnostics.ts';
import { NOUN_LIST } from '../../shared/domain/nouns.ts';
import { redoLast, undoLast } from '../bridge/undo.ts';
import { closeWorkspace, createWorkspace, openWorkspace, saveCopy } from '../features/workspace/use-files.ts';
import { useActions, type Action } from '../ui/actions.ts';
import { inSentence } from '../../shared/domain/label-text.ts';
import { hrefOf, listHref, navigate } from '../ui/location.ts';
import { useOverlays } from './overlays.ts';
import { useSetPreferences } from '../bridge/preferences.ts';
import { AREAS } from './screens.tsx';

const THEME_NAMES: Readonly<Record<Preferences['theme'], string>> = {
  system: 'Theme: as the system',
  light: 'Theme: light',
  dark: 'Theme: dark',
  aisle: 'Theme: aisle (high contrast, large targets)',
};

const CREATED_IN: readonly (readonly [string, readonly string[]])[] = [
  ['compute', ['fleet', 'compute']],
  ['equipment', ['fleet', 'equipment']],
  ['service', ['services']],
  ['prefix', ['network', 'prefixes']],
  ['IP address', ['network', 'ipAddress']],
  ['VRF', ['network', 'vrf']],
  ['DNS record', ['network', 'dnsRecord']],
  ['port assignment', ['network', 'portAssignment']],
  ['firewall rule', ['network', 'firewallRule']],
  ['component', ['catalogue', 'component']],
  ['device type', ['catalogue', 'deviceType']],
  ['spare shelf', ['stock', 'spareShelf']],
  ['stock level', ['stock', 'stockLevel']],
  ['site', ['racks', 'site']],
  ['room', ['racks', 'room']],
  ['row', ['racks', 'row']],
  ['rack', ['racks', 'rack']],
  ['journal entry', ['journal']],
  ['custom field', ['settings', 'customField']],
];

function goTo(path: readonly string[], query?: Record<string, string>): () => void {
  return () => navigate(hrefOf(path, query));
}

/** The way to every list, those without a screen of their own included. */
const LISTS: readonly Action[] = NOUN_LIST.flatMap(({ noun, plural }) => {
  const href = listHref(noun);
  return href
    ? [
        {
          id: `list-${noun}`,
          label: `Show ${inSentence(plural)}`,
          group: 'Lists',
          run: () => navigate(href),
        },
      ]
    : [];
});

/** Screens that are no area of their own. */
const SCREENS: readonly Action[] = [
  { id: 'import', label: 'Import device types', group: 'General', run: goTo(['catalogue', 'import']) },
  { id: 'csv', label: 'Import CSV', group: 'General', run: goTo(['csv', 'compute']) },
  { id: 'contracts', label: 'Show contracts and costs', group: 'General', run: goTo(['fleet', 'contracts']) },
  { id: 'zone-import', label: 'Import a zone file', group: 'General', run: goTo(['network', 'dnsRecord', 'import']) },
  { id: 'net-findings', label: 'Show network findings', group: 'General', run: goTo(['network', 'findings']) },
  { id: 'intake', label: 'Register a delivery', group: 'General', run: goTo(['stock', 'intake']) },
  { id: 'audit-begin', label: 'Start an audit', group: 'General', run: goTo(['audit', 'new']) },
  { id: 'grid', label: 'Enter computes in a grid', group: 'General', run: goTo(['fleet', 'grid', 'compute']) },
  { id: 'report-computes', label: 'Report on all computes', group: 'Reports', run: goTo(['report', 'compute']) },
  { id: 'report-capacity', label: 'Report on capacity', group: 'Reports', run: goTo(['report', 'capacity']) },
  { id: 'report-costs', label: 'Report on costs and renewals', group: 'Reports', run: goTo(['report', 'costs']) },
  { id: 'verify', label: 'Verify the history chain', group: 'General', run: goTo(['history'], { verify: '1' }) },
];

/** What can be done from anywhere in an open workspace. */
export function useAppActions(): void {
  const openOverlay = useOverlays((state) => state.open);
  const setPreferences = useSetPreferences();
  const everywhere: readonly Action[] = [
    { id: 'palette', label: 'Find anything', group: 'General', keys: 'mod+k', run: () => openOverlay('palette') },
    {
      id: 'keyboard-map',
      label: 'Show the keyboard map',
      group: 'General',
      keys: '?',
      run: () => openOverlay('keyboard-map'),
    },
    { id: 'undo', label: 'Undo', group: 'General', keys: 'mod+z', run: () => void undoLast() },
    { id: 'redo', label: 'Redo', group: 'General', keys: 'mod+shift+z', run: () => void redoLast() },
    ...SCREENS,
    { id: 'ws-new', label: 'New workspace…', group: 'Workspace', run: () => void createWorkspace() },
    { id: 'ws-open', label: 'Open a workspace…', group: 'Workspace', run: () => void openWorkspace() },
    { id: 'ws-copy', label: 'Save a copy…', group: 'Workspace', run: () => void saveCopy() },
    { id: 'ws-backups', label: 'Show backups', group: 'Workspace', run: goTo(['settings', 'backups']) },
    { id: 'ws-damage', label: 'Compare the workspace with its history', group: 'Workspace', run: goTo(['damage']) },
    { id: 'diagnostics', label: 'Copy diagnostics', group: 'General', run: () => void copyDiagnostics() },
    { id: 'ws-close', label: 'Close the workspace', group: 'Workspace', run: () => void closeWorkspace() },
  ];
  const areas = AREAS.map(({ label, href, keys, id }) => ({
    id: `go-${id}`,
    label: `Go to ${label}`,
    group: 'Go to',
    ...(keys ? { keys } : {}),
    run: () => navigate(href),
  }));
  const creations = CREATED_IN.map(([label, path]) => ({
    id: `new-${label}`,
    label: `New ${label}`,
    group: 'New',
    run: goTo(path, { new: '1' }),
  }));
  const themes = THEMES.map((theme) => ({
    id: `theme-${theme}`,
    label: THEME_NAMES[theme],
    group: 'Theme',
    run: () => setPreferences({ theme }),
  }));
  useActions([...everywhere, ...areas, ...creations, ...LISTS, ...themes]);
}
