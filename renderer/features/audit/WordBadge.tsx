import { Badge } from '../../ui/Badge.tsx';
import type { Word } from './audit-words.ts';

/** A word of audits in its colour, as it stands in lists. */
export function WordBadge({ word: { label, tone } }: { word: Word }) {
  return (
    <Badge plain tone={tone}>
      {label}
    </Badge>
  );
}
