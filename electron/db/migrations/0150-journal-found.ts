import type { Migration } from './migration.ts';

/** Finding looks through the journal too: what the log says from the first entry on is indexed again, entries included. */
export const journalFound: Migration = {
  version: 150,
  name: 'journal-found',
  up: (database) => {
    database.exec(`
      UPDATE search_state SET pending_after = min(ifnull(pending_after, first.before), first.before)
      FROM (SELECT min(seq) - 1 AS before FROM change WHERE noun = 'journalEntry') AS first
      WHERE first.before IS NOT NULL;
    `);
  },
};
