import { changeLog } from './0010-change-log.ts';
import { inventory } from './0020-inventory.ts';
import { capacity } from './0030-capacity.ts';
import { parts } from './0040-parts.ts';
import { slotsAndFlavors } from './0041-slots-and-flavors.ts';
import { places } from './0050-places.ts';
import { ports } from './0051-ports.ts';
import { network } from './0070-network.ts';
import { journal } from './0071-journal.ts';
import { dns } from './0072-dns.ts';
import { portsAndFirewall } from './0073-ports-and-firewall.ts';
import { search } from './0074-search.ts';
import { savedViews } from './0075-saved-views.ts';
import { attachments } from './0076-attachments.ts';
import { audits } from './0080-audits.ts';
import { lastAudit } from './0081-last-audit.ts';
import { groups } from './0100-groups.ts';
import { pictures } from './0101-pictures.ts';
import { searchAfterCommit } from './0110-search-after-commit.ts';
import { scoreShape } from './0140-score-shape.ts';
import { journalFound } from './0150-journal-found.ts';
import { missingParts } from './0160-missing-parts.ts';
import { carriedOver } from './0161-carried-over.ts';
import { typeWidth } from './0170-type-width.ts';
import { refusedDecisions } from './0182-refused-decisions.ts';
import type { Migration } from './migration.ts';

/** Every step in order. Adding a noun adds a file here and a test that carries rows from the step before. */
export const MIGRATIONS: readonly Migration[] = [
  changeLog,
  inventory,
  capacity,
  parts,
  slotsAndFlavors,
  places,
  ports,
  network,
  journal,
  dns,
  portsAndFirewall,
  search,
  savedViews,
  attachments,
  audits,
  lastAudit,
  groups,
  pictures,
  searchAfterCommit,
  scoreShape,
  journalFound,
  missingParts,
  carriedOver,
  typeWidth,
  refusedDecisions,
];

export const NEWEST_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
