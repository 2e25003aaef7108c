import styles from './Kbd.module.css';

const IS_MAC = navigator.platform.startsWith('Mac');

const NAMES: Readonly<Record<string, string>> = {
  mod: IS_MAC ? '⌘' : 'Ctrl',
  shift: IS_MAC ? '⇧' : 'Shift',
  escape: 'Esc',
  enter: 'Enter',
  delete: 'Del',
  backspace: 'Backspace',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  tab: 'Tab',
  space: 'Space',
};

/** `mod+shift+z` as people of this system know it. */
export function keysText(keys: string): string {
  return keys
    .split('+')
    .map((key) => NAMES[key] ?? key.toUpperCase())
    .join(IS_MAC ? '' : '+');
}

export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{keysText(keys)}</kbd>;
}
