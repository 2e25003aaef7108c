import { useEffect, useState } from 'react';
import { readColours, type HallColours } from './hall-colours.ts';

/** The theme's colours for a canvas; read anew when the theme changes. */
export function useThemeColours(): HallColours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const observer = new MutationObserver(() => setColours(readColours()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => observer.disconnect();
  }, []);
  return colours;
}
