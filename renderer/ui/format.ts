const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const COUNT = new Intl.NumberFormat('en');
const SIZES = ['bytes', 'kB', 'MB', 'GB', 'TB'];

/** A UTC moment in local time; text that is not a moment stays as it is. */
export function formatMoment(iso: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : MOMENT.format(moment);
}

/** `12345` → `12,345`. */
export function formatCount(count: number): string {
  return COUNT.format(count);
}

/** `2,350 computes`, `1 compute`. */
export function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** A file size in decimal units with at most one decimal: `1.4 MB`. */
export function formatBytes(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < SIZES.length - 1) {
    size /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? size : Number(size.toFixed(1))} ${SIZES[unit]}`;
}

/** A share of a whole as a percentage without decimals; nothing of nothing is 0 %. */
export function formatShare(part: number, whole: number): string {
  return `${whole > 0 ? Math.round((part / whole) * 100) : 0} %`;
}

/** `50.0 %`, never broken between two lines; a dash where there is none of it. */
export function percentText(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)}\u00A0%`;
}
