import { fail } from '../../../shared/contract/failure.ts';
import type { PortReference } from '../../../shared/contract/port.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

const NOTHING_REFUSED = 0;

/** `locate NAME`: what it is connected to, one line each, and the whole path of its place. */
export async function locate(words: readonly string[], options: CliOptions): Promise<number> {
  const text =
    words.join(' ') || fail('E_REQUIRED', 'Name what to locate: a name, serial, asset tag, MAC or IP address.');
  const { found } = await withWorkspace(options, false, (client) => client.locate.find({ text }));
  if (found.length === 0) fail('E_NOT_FOUND', `Nothing is called "${text}".`);
  if (options.json) printJson(found);
  else
    for (const { name, lines, place } of found) {
      for (const line of lines) printLine(line);
      printLine(place === '' ? `${name} is in no rack` : place);
    }
  return NOTHING_REFUSED;
}

/** `console NAME`: how to reach its console. */
export async function consoleOf(words: readonly string[], options: CliOptions): Promise<number> {
  const ref = words[0] ?? fail('E_REQUIRED', 'Name the machine whose console is wanted.');
  const answer = await withWorkspace(options, false, (client) => client.locate.console({ ref }));
  if (options.json) printJson(answer);
  else if (answer.paths.length === 0) printLine(`No console of ${answer.name} is recorded.`);
  else for (const { text, hint, place } of answer.paths) printLine([text, place, hint].filter(Boolean).join('  '));
  return NOTHING_REFUSED;
}

/** `power NAME`: the outlets that feed it. */
export async function powerOf(words: readonly string[], options: CliOptions): Promise<number> {
  const ref = words[0] ?? fail('E_REQUIRED', 'Name the machine whose outlets are wanted.');
  const answer = await withWorkspace(options, false, (client) => client.locate.power({ ref }));
  if (options.json) printJson(answer);
  else if (answer.outlets.length === 0) printLine(`No power cord of ${answer.name} is recorded.`);
  else
    for (const { port, text, feed, place } of answer.outlets)
      printLine([`${port}: ${text}`, feed, place].filter(Boolean).join('  '));
  return NOTHING_REFUSED;
}

/** `server1:eth1`: the port after the last colon that leaves both parts something. */
function portOf(word: string | undefined): PortReference {
  const colon = word?.indexOf(':') ?? -1;
  if (word === undefined || colon < 1 || colon === word.length - 1)
    return fail('E_FORMAT', `A port is written DEVICE:PORT, for example server1:eth1; "${word ?? ''}" was given.`);
  return { device: word.slice(0, colon), name: word.slice(colon + 1) };
}

/** `connect A:PORT B:PORT` */
export async function connect(words: readonly string[], options: CliOptions): Promise<number> {
  const [a, b] = [portOf(words[0]), portOf(words[1])];
  const done = await withWorkspace(options, true, (client) => client.cable.connect({ a, b }));
  if (options.json) printJson(done);
  else for (const line of [done.label, ...done.warnings]) printLine(line);
  return NOTHING_REFUSED;
}

/** `disconnect A:PORT...` */
export async function disconnect(words: readonly string[], options: CliOptions): Promise<number> {
  const ports = words.length === 0 ? [portOf(undefined)] : words.map(portOf);
  const done = await withWorkspace(options, true, (client) => client.cable.disconnect({ ports }));
  if (options.json) printJson(done);
  else printLine(done.label);
  return NOTHING_REFUSED;
}

/** `trace A:PORT`: the path end to end. */
export async function trace(words: readonly string[], options: CliOptions): Promise<number> {
  const port = portOf(words[0]);
  const answer = await withWorkspace(options, false, (client) => client.cable.trace({ port }));
  if (options.json) {
    printJson(answer);
    return NOTHING_REFUSED;
  }
  for (const { device, name, place, by } of answer.steps) {
    printLine([`${device} ${name}`, place].filter(Boolean).join('  '));
    if (by !== null) printLine(by === 'cable' ? '  | cable' : '  : inside');
  }
  const end = answer.loop ? 'The path returns to itself.' : 'The path is not recorded to its end.';
  if (!answer.complete) printLine(end);
  return NOTHING_REFUSED;
}

/** `U10,U11` as unit numbers. */
function unitsOf(word: string): number[] {
  return word.split(/[,+]/).map((part) => {
    const number = /^\s*(?:r?u)?(\d{1,4})\s*$/i.exec(part)?.[1];
    return number === undefined
      ? fail('E_FORMAT', `Units are written U10 or U10,U11; "${word}" was given.`)
      : Number(number);
  });
}

/** `place DEVICE RACK U10,U11` puts a device that is nowhere into a rack; `move` also takes one from elsewhere. */
export function placeOrMove(verb: 'place' | 'move') {
  return async (words: readonly string[], options: CliOptions): Promise<number> => {
    const [device, rack, where] = words;
    if (device === undefined || rack === undefined || where === undefined)
      fail('E_REQUIRED', `Write: ${verb} DEVICE RACK UNITS, for example ${verb} server1 rack101 U13,U14.`);
    const target = { device, rack, ...placeIn(where) };
    const done = await withWorkspace(options, true, (client) =>
      verb === 'place' ? client.rack.mount(target) : client.rack.move({ moves: [target] }),
    );
    if (options.json) printJson(done);
    else printLine(done.label);
    return NOTHING_REFUSED;
  };
}

function placeIn(where: string): { units: number[] } | { positionHalfU: null; side: 'left' | 'right' } {
  if (where === 'left' || where === 'right') return { positionHalfU: null, side: where };
  return { units: unitsOf(where) };
}
