import { MantineProvider, createTheme } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEngineState } from '../bridge/engine-state.ts';
import { queryClient } from '../bridge/queries.ts';
import { WelcomePage } from '../features/workspace/WelcomePage.tsx';
import { useLocationPart } from '../ui/location.ts';
import { AfterCrashPage } from './AfterCrashPage.tsx';
import { EngineFailedPage } from './EngineFailedPage.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Notices } from './Notices.tsx';
import { Shell } from './Shell.tsx';
import { usePreferences } from '../bridge/preferences.ts';
import { useMenu } from './use-menu.ts';
import { useObjectLinks } from './use-object-links.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useTheme } from './theme.ts';

const SMALL = { defaultProps: { size: 'xs' } };

// Mantine would inject <style> elements for its variables and scroll lock; the policy forbids them and mantine.css
// sets the variables itself.
const theme = createTheme({
  cursorType: 'pointer',
  components: {
    Button: SMALL,
    TextInput: SMALL,
    NumberInput: SMALL,
    Textarea: SMALL,
    NativeSelect: SMALL,
    Select: SMALL,
    Autocomplete: SMALL,
    Checkbox: SMALL,
    SegmentedControl: SMALL,
    Modal: { defaultProps: { lockScroll: false, transitionProps: { duration: 0 }, centered: true } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, withInitialFocusPlaceholder: false } },
    Portal: { defaultProps: { target: '#overlays' } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, transitionProps: { duration: 0 } } },
  },
});

function Themed() {
  const scheme = useTheme(usePreferences()?.theme);
  const { phase, file } = useEngineState();
  useMenu();
  useShortcuts();
  const open = file !== null && phase !== 'closed' && phase !== 'failed';
  useObjectLinks({ open, known: open || phase !== 'opening' });
  const crashed = useLocationPart(({ path }) => path[0] === 'after-crash');
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false}>
      <ErrorBoundary>
        {phase === 'failed' ? <EngineFailedPage /> : crashed ? <AfterCrashPage /> : open ? <Shell /> : <WelcomePage />}
      </ErrorBoundary>
      <Notices />
    </MantineProvider>
  );
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed />
    </QueryClientProvider>
  );
}
