import { classes } from './classes.ts';
import styles from './LinkTabs.module.css';

export interface LinkTab {
  readonly id: string;
  readonly label: string;
  readonly href: string;
}

/** Tabs that are places: each has its own address, so Back goes to the one before. */
export function LinkTabs({ label, tabs, current }: { label: string; tabs: readonly LinkTab[]; current: string }) {
  return (
    <nav aria-label={label} className={styles.tabs}>
      {tabs.map((tab) => (
        <a
          key={tab.id}
          href={tab.href}
          className={classes(styles.tab, tab.id === current && styles.current)}
          aria-current={tab.id === current ? 'page' : undefined}
        >
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
