import { clientOf } from '../engine/cli/session.ts';
import { openSession } from '../engine/compose.ts';
import { poisonEverything } from './poison.ts';

/** A script for tests: puts scripts into every text of the workspace named first; `everywhere` also into all names. */
const [file = '', backupFolder = '', names] = process.argv.slice(2);
const operator = `<img src=x onerror=ran()>`;
const session = openSession(file, { backupFolder, write: true }, operator);
session.workspace.writer?.pragma('synchronous = OFF');
process.stdout.write(JSON.stringify(await poisonEverything(clientOf(session), names === 'everywhere')));
await session.settled();
await session.close();
