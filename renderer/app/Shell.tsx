import { useLocation } from '../ui/location.ts';
import { EngineBanner } from './EngineBanner.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Header } from './Header.tsx';
import { KeyboardMap } from './KeyboardMap.tsx';
import { Navigation } from './Navigation.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import styles from './Shell.module.css';
import { screenFor, screenKey } from './screens.tsx';
import { useAppActions } from './app-actions.ts';

/** The window of an open workspace: header, navigation at the left, one screen. */
export function Shell() {
  useAppActions();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={(event) => skipToMain(event)}>
        Skip to the screen
      </a>
      <Header />
      <EngineBanner />
      <div className={styles.middle}>
        <Navigation />
        <main id="main" className={styles.screen}>
          <Screen />
        </main>
      </div>
      <CommandPalette />
      <KeyboardMap />
    </div>
  );
}

function Screen() {
  const location = useLocation();
  return (
    <ErrorBoundary key={screenKey(location)} of={location.path.join('/')}>
      {screenFor(location)}
    </ErrorBoundary>
  );
}

function skipToMain(event: React.MouseEvent): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main h1')?.focus();
}
