import { useLocationPart } from '../ui/location.ts';
import styles from './Shell.module.css';
import { AREAS, areaOf } from './screens.tsx';

/** The areas of the program. Later screens join by one entry in screens.tsx. */
export function Navigation() {
  const current = useLocationPart(areaOf);
  return (
    <nav className={styles.nav} aria-label="Areas">
      <ul>
        {AREAS.map(({ id, label, href, Symbol, gapBefore }) => (
          <li key={id}>
            {gapBefore ? <div className={styles.gap} /> : null}
            <a className={styles.navLink} href={href} aria-current={current === id ? 'page' : undefined}>
              <Symbol aria-hidden />
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
