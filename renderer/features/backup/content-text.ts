import type { Backup } from '../../../shared/contract/backup.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { counted } from '../../ui/format.ts';

const TOLD = ['site', 'rack', 'compute', 'equipment', 'service'] as const;

/** What a backup holds: `2 sites, 24 racks, 402 computes`. */
export function contentText({ facts }: Backup): string {
  const parts = TOLD.flatMap((noun) => {
    const definition = findNoun(noun);
    const count = facts.counts[noun] ?? 0;
    return definition && count > 0
      ? [counted(count, definition.label.toLowerCase(), definition.plural.toLowerCase())]
      : [];
  });
  return parts.join(', ') || 'Nothing yet';
}

/** Why a backup was made, as a word for the list. */
export function reasonText(reason: string): string {
  return reason.charAt(0).toUpperCase() + reason.slice(1);
}
