import type { Migration } from './migration.ts';

/**
 * Finding looks through the journal too. Its trigrams are kept apart from those of things, so that neither slows the other.
 * What the log says from the first journal entry on is indexed again, entries included.
 */
export const journalFound: Migration = {
  version: 150,
  name: 'journal-found',
  up: (database) => {
    database.exec(`
      CREATE VIRTUAL TABLE search_text_journal USING fts5 (
        rest, content='', contentless_delete=1, tokenize='trigram case_sensitive 1'
      );
      UPDATE search_state SET pending_after = min(ifnull(pending_after, first.before), first.before)
      FROM (SELECT min(seq) - 1 AS before FROM change WHERE noun = 'journalEntry') AS first
      WHERE first.before IS NOT NULL;
    `);
  },
};
