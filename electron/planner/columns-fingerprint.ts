import { amountsAt, stateAt, type PlannerColumns } from './columns.ts';
import { hasBit } from './bitset.ts';
import { readTag } from './tag-column.ts';

/** Everything the columns say, independent of row numbers and of the order in which it was told. For tests and self-checks. */
export function columnsFingerprint(columns: PlannerColumns): string {
  const computes = [...columns.rowOf].map(([id, row]) => ({
    id,
    name: columns.names[row],
    state: stateAt(columns, row),
    total: amountsAt(columns.total, row),
    used: amountsAt(columns.used, row),
    base: columns.base[row],
    measured: columns.measured[row],
    tags: [...columns.tags]
      .flatMap(([key, column]) => {
        const value = readTag(column, row);
        return value === null ? [] : [[key, value]];
      })
      .toSorted(byText),
    bookings: [...columns.bookings]
      .flatMap(([service, rows]) => {
        const booking = rows.get(row);
        return booking ? [[service, booking.quantity, ...booking.allocated]] : [];
      })
      .toSorted(byText),
  }));
  return JSON.stringify(computes.toSorted((left, right) => (left.id < right.id ? -1 : 1)));
}

/** Whether every posting and state bit built so far agrees with its column. */
export function bitsAgree(columns: PlannerColumns): boolean {
  const rows = Array.from({ length: columns.rowCount }, (_, row) => row);
  const states = rows.every((row) => {
    const state = columns.state[row] ?? 0;
    return hasBit(columns.live, row) === state > 0 && hasBit(columns.active, row) === (state === 1);
  });
  const postings = [...columns.tags.values()].every((column) =>
    [...column.postings].every(([code, posting]) =>
      rows.every((row) => hasBit(posting, row) === (column.codes[row] === code)),
    ),
  );
  return states && postings;
}

function byText(left: readonly unknown[], right: readonly unknown[]): number {
  const [first, second] = [JSON.stringify(left), JSON.stringify(right)];
  return first < second ? -1 : first > second ? 1 : 0;
}
