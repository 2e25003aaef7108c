// Verifies a workspace without Rackwright: node verify-workspace.mjs FILE [HEAD]   (Node 22.5 or newer, nothing else)
// Every entry of the change log has the hash it must have, and every row holds what its entries say.
// The format: change-log.md, beside this file.
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

const [file = '', head] = process.argv.slice(2);
const database = new DatabaseSync(file, { readOnly: true });
const ENTRIES = `
  SELECT seq, noun, object_id, before, after, hash, g.id, at, actor, kind, label, target
  FROM change JOIN change_group AS g ON g.id = change.group_id ORDER BY seq`;

/** @param {string} sentence @returns {never} */
function stop(sentence) {
  process.stdout.write(`${sentence}\n`);
  process.exit(1);
}

/** `componentAssignment` is the table `component_assignment`, `heightHalfU` the column `height_half_u`. @param {string} name */
const snake = (name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Two nouns have names that SQL keeps for itself. @type {Record<string, string>} */
const OTHER_TABLES = { row: 'rack_row', group: 'resource_group' };

/** @param {string} noun */
const tableOf = (noun) => OTHER_TABLES[noun] ?? snake(noun);

/** How a value of the log is stored in a column. @param {unknown} value */
function stored(value) {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'string') return value.toWellFormed();
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

let previous = '0'.repeat(64);
let expected = 1;
let headSeen = head === undefined || head === previous;
/** @type {Map<string, Record<string, unknown> | null>} */
const rows = new Map();
for (const entry of database.prepare(ENTRIES).iterate()) {
  const { seq, noun, object_id: id, before, after, hash } = entry;
  const group = JSON.stringify([entry.id, entry.at, entry.actor, entry.kind, entry.label, entry.target]);
  const lines = [previous, group, seq, noun, id, before ?? '', after ?? ''].join('\n');
  previous = createHash('sha256').update(lines).digest('hex');
  const found = Buffer.from(/** @type {Uint8Array} */ (hash)).toString('hex');
  if (seq !== expected || previous !== found || before === '' || after === '')
    stop(`Entry ${expected} is not what was written.`);
  expected += 1;
  headSeen ||= previous === head;
  const key = `${noun} ${id}`;
  const fields = after === null ? null : JSON.parse(String(after));
  rows.set(key, fields && before !== null ? { ...rows.get(key), ...fields } : fields);
}
if (!headSeen) stop('The log does not lead to that head: entries were rewritten or cut off.');
for (const [key, fields] of rows) {
  const [noun = '', id = ''] = key.split(' ');
  const row = database.prepare(`SELECT * FROM ${tableOf(noun)} WHERE id = ?`).get(id);
  if (Boolean(row) !== Boolean(fields))
    stop(`The ${noun} ${id} ${row ? 'is there although it was deleted' : 'is missing'}.`);
  for (const [field, value] of Object.entries(fields ?? {}))
    if (row && snake(field) in row && row[snake(field)] !== stored(value))
      stop(`The ${noun} ${id} does not hold in ${field} what its entries say.`);
}
process.stdout.write(`${expected - 1} entries and ${rows.size} rows are as they were written. Head: ${previous}\n`);
