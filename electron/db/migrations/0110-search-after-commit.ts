import type { Migration } from './migration.ts';

/** The search entries of large commands are written after their commit: what is kept is how far they have come. */
export const searchAfterCommit: Migration = {
  version: 110,
  name: 'search-after-commit',
  up: (database) => {
    database.exec(`
      ALTER TABLE search_state ADD COLUMN pending_after INTEGER;
      UPDATE search_state SET pending_after = 0 WHERE built = 0;
      ALTER TABLE search_state DROP COLUMN built;
    `);
  },
};
