/** Devices last audited before this many days are due, and so are those never audited. */
export const DUE_AFTER_DAYS = 365;

const DAY_MS = 86_400_000;

/** The query that finds what is due on `today` (YYYY-MM-DD). */
export function dueQuery(today: string): string {
  const before = new Date(Date.parse(today) - DUE_AFTER_DAYS * DAY_MS).toISOString().slice(0, 10);
  return `lastAudited="" or lastAudited<${before}`;
}

export const NEVER_AUDITED_QUERY = 'lastAudited=""';

/**
 * Whether a device is due, in words; null: it is not.
 * @param lastAudited a UTC moment; null: never
 * @param today YYYY-MM-DD
 */
export function dueText(lastAudited: string | null, today: string): string | null {
  if (lastAudited === null) return 'Never audited: due';
  const days = Math.floor((Date.parse(today) - Date.parse(lastAudited.slice(0, 10))) / DAY_MS);
  return days > DUE_AFTER_DAYS ? `Audited ${days} days ago: due` : null;
}
