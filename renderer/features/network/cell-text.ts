import type { MapCell } from './map-cells.ts';
import { shareText } from './amount-text.ts';

/** Names of the looks in the map's style sheet. */
export type CellLook =
  | 'free'
  | 'assigned'
  | 'reserved'
  | 'available'
  | 'gateway'
  | 'kept'
  | 'prefix'
  | 'partly'
  | 'full'
  | 'unknown';

/** How a cell is drawn. */
export function cellLook({ kind, segment, share, recorded }: MapCell): CellLook {
  if (kind === 'block') {
    if (segment?.kind === 'prefix') return 'prefix';
    if (share >= 1) return 'full';
    return share > 0 || recorded > 0 ? 'partly' : 'free';
  }
  if (kind === 'address') return segment?.state ?? 'assigned';
  return kind === 'network' || kind === 'broadcast' ? 'kept' : kind;
}

/** What a cell is, in a few words: `assigned to web-1`, `23 % used`. */
export function cellText(cell: MapCell): string {
  const { kind, segment, share, recorded } = cell;
  if (kind === 'block') {
    if (segment?.kind === 'prefix') return 'inside a prefix';
    return share === 0 && recorded === 0 ? 'free' : `${shareText(share)} used`;
  }
  switch (kind) {
    case 'address':
      return segment?.computes.length
        ? `assigned to ${segment.computes.join(', ')}`
        : stateText(segment?.state ?? null);
    case 'network':
      return 'network address, not for hosts';
    case 'broadcast':
      return 'broadcast address, not for hosts';
    case 'gateway':
      return 'gateway of the prefix, never given out';
    case 'prefix':
      return 'inside a prefix';
    case 'free':
      return 'free';
    case 'unknown':
      return 'not drawn';
  }
}

function stateText(state: string | null): string {
  return state === 'available' ? 'on record, free' : (state ?? 'on record');
}
