import styles from './Cable.module.css';

/** The colour of a cable's jacket with its name beside it, for those who cannot tell colours apart. */
export function CableSwatch({ colour }: { colour: string | null }) {
  if (!colour) return null;
  return (
    <span className={styles.swatch}>
      <span className={styles.jacket} style={{ backgroundColor: colour }} />
      {colour.startsWith('#') ? null : colour}
    </span>
  );
}
