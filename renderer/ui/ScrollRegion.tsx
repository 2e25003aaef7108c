import type { ReactNode, Ref } from 'react';

interface ScrollRegionProps {
  readonly label: string;
  readonly className: string | undefined;
  readonly ref?: Ref<HTMLDivElement>;
  readonly children: ReactNode;
}

/** What scrolls by itself must be reachable by keyboard even where it holds nothing to press. */
export function ScrollRegion({ label, className, ref, children }: ScrollRegionProps) {
  return (
    <div ref={ref} className={className} {...{ role: 'region', 'aria-label': label, tabIndex: 0 }}>
      {children}
    </div>
  );
}
