import type { Migration } from './migration.ts';

/** What counts as a good fit when services are placed; workspaces that are there keep 60 to 70 %. */
export const scoreShape: Migration = {
  version: 140,
  name: 'score-shape',
  up: (database) => {
    database.exec(`ALTER TABLE setting ADD COLUMN score_shape TEXT NOT NULL DEFAULT '"target"'`);
  },
};
