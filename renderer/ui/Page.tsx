import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Page.module.css';

interface PageProps {
  readonly title: string;
  /** Beside the title: a count, badges. */
  readonly aside?: ReactNode;
  readonly actions?: ReactNode;
  /** Between head and body: tabs, filters. */
  readonly bar?: ReactNode;
  readonly panel?: ReactNode;
  /** `fill`: the body manages its own scrolling (lists). `flow`: it scrolls as a whole. */
  readonly body?: 'fill' | 'flow';
  readonly children: ReactNode;
}

/** The frame of every screen: head, optional bar, body, and the side panel at the right. */
export function Page({ title, aside, actions, bar, panel, body = 'flow', children }: PageProps) {
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <div className={styles.head}>
          <h1 tabIndex={-1}>{title}</h1>
          {aside}
          <div className={styles.actions}>{actions}</div>
        </div>
        {bar ? <div className={styles.bar}>{bar}</div> : null}
        {body === 'fill' ? (
          <div className={styles.body}>{children}</div>
        ) : (
          <div className={classes(styles.body, styles.flow)} {...scrolled(title)}>
            {children}
          </div>
        )}
      </div>
      {panel}
    </div>
  );
}

/** What scrolls must be reachable by keyboard even where it holds nothing to press. */
function scrolled(title: string) {
  return { role: 'region', 'aria-label': `${title}, content`, tabIndex: 0 };
}
