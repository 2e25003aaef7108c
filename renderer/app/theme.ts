import { useEffect, useState } from 'react';
import type { Preferences } from '../../shared/contract/shell.ts';

type Theme = Preferences['theme'];

const REMEMBERED = 'rackwright.theme';
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

function shownTheme(theme: Theme): 'light' | 'dark' | 'aisle' {
  if (theme !== 'system') return theme;
  return darkSystem.matches ? 'dark' : 'light';
}

/** Before main answers, the theme of the last run: no flash of the wrong one. */
export function applyRememberedTheme(): void {
  const remembered = localStorage.getItem(REMEMBERED);
  const known = remembered === 'light' || remembered === 'dark' || remembered === 'aisle' ? remembered : 'system';
  document.documentElement.dataset['theme'] = shownTheme(known);
}

/** Sets the theme on the document; answers the scheme that Mantine and native controls follow. */
export function useTheme(theme: Theme | undefined): 'light' | 'dark' {
  const [systemDark, setSystemDark] = useState(darkSystem.matches);
  useEffect(() => {
    const listener = () => setSystemDark(darkSystem.matches);
    darkSystem.addEventListener('change', listener);
    return () => darkSystem.removeEventListener('change', listener);
  }, []);
  useEffect(() => {
    if (!theme) return;
    localStorage.setItem(REMEMBERED, theme);
    document.documentElement.dataset['theme'] = shownTheme(theme);
  }, [theme, systemDark]);
  const shown = theme ? shownTheme(theme) : document.documentElement.dataset['theme'];
  return shown === 'light' ? 'light' : 'dark';
}
