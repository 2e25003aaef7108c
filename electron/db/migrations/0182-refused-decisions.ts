import type { Migration } from './migration.ts';

/** Why a decision of an audit cannot be written; those that are there are tried when they are written, as before. */
export const refusedDecisions: Migration = {
  version: 182,
  name: 'refused-decisions',
  up: (database) => {
    database.exec('ALTER TABLE audit_resolution ADD COLUMN refusal TEXT');
  },
};
