import type { PortRow } from '../../../shared/contract/port.ts';
import { PORT_KINDS, type PortKind } from '../../../shared/domain/port.ts';

export interface PortGroup {
  readonly kind: PortKind;
  readonly label: string;
  readonly rows: readonly PortRow[];
  readonly free: number;
}

/** Nothing is plugged in and nobody says that something is. */
export function isFree({ cable, markConnected }: Pick<PortRow, 'cable' | 'markConnected'>): boolean {
  return cable === null && !markConnected;
}

/** Ports by kind, in the order of the kinds; inside one, by number, those without a number last, by name. */
export function portGroups(rows: readonly PortRow[]): readonly PortGroup[] {
  return PORT_KINDS.flatMap(({ value, label }) => {
    const own = rows.filter(({ kind }) => kind === value).toSorted(byNumber);
    return own.length === 0 ? [] : [{ kind: value, label, rows: own, free: own.filter(isFree).length }];
  });
}

function byNumber(one: PortRow, other: PortRow): number {
  const [a, b] = [one.number ?? Number.POSITIVE_INFINITY, other.number ?? Number.POSITIVE_INFINITY];
  return a === b ? one.name.localeCompare(other.name, 'en', { numeric: true }) : a - b;
}
