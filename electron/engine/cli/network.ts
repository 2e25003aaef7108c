import { fail } from '../../../shared/contract/failure.ts';
import { canonicalAddress } from '../../../shared/domain/ip.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine, wholeNumber } from './output.ts';
import { withWorkspace } from './session.ts';

/** `ip next PREFIX`, `ip give PREFIX|ADDRESS [--compute C]`, `ip release ADDRESS [--compute C]`, `ip tree`, `ip check`. */
export async function ip(words: readonly string[], options: CliOptions): Promise<number> {
  const [verb, subject] = words;
  if (verb === 'tree') return tree(options);
  if (verb === 'check') return check(options);
  if (subject === undefined || !['next', 'give', 'release'].includes(verb ?? ''))
    return fail('E_FORMAT', 'Write: ip next PREFIX, ip give PREFIX|ADDRESS, ip release ADDRESS, ip tree or ip check.');
  if (verb === 'next') return next(subject, options);
  return verb === 'give' ? give(subject, options) : release(subject, options);
}

async function next(prefix: string, options: CliOptions): Promise<number> {
  const count = wholeNumber(options.quantity, 'quantity');
  const { addresses } = await withWorkspace(options, false, (client) => client.network.nextFree({ prefix, count }));
  if (options.json) printJson(addresses);
  else for (const address of addresses) printLine(address);
  return addresses.length < count ? 2 : 0;
}

async function give(subject: string, options: CliOptions): Promise<number> {
  const from = canonicalAddress(subject) === null ? { prefix: subject } : { address: subject };
  const compute = options.compute === undefined ? {} : { compute: options.compute };
  const count = wholeNumber(options.quantity, 'quantity');
  const { addresses } = await withWorkspace(options, true, (client) =>
    client.network.allocate({ ...from, ...compute, count, isPrimary: options.primary }),
  );
  if (options.json) printJson(addresses);
  else for (const { address } of addresses) printLine(address);
  return 0;
}

async function release(address: string, options: CliOptions): Promise<number> {
  const compute = options.compute === undefined ? {} : { compute: options.compute };
  const answer = await withWorkspace(options, true, (client) => client.network.release({ address, ...compute }));
  if (options.json) printJson(answer);
  else printLine(`${address} is taken back from ${answer.released} computes`);
  return 0;
}

async function tree(options: CliOptions): Promise<number> {
  const { nodes } = await withWorkspace(options, false, (client) => client.network.tree({}));
  if (options.json) printJson(nodes);
  else
    for (const { depth, cidr, vrf, used, capacity, share } of nodes)
      printLine(`${'  '.repeat(depth)}${cidr} (${vrf}): ${used} of ${capacity}, ${(share * 100).toFixed(1)} %`);
  return 0;
}

async function check(options: CliOptions): Promise<number> {
  const found = await withWorkspace(options, false, async (client) => [
    ...(await client.network.findings({})),
    ...(await client.portAssignment.findings({})),
  ]);
  if (options.json) printJson(found);
  else for (const { code, message } of found) printLine(`${code}: ${message}`);
  return found.length > 0 ? 2 : 0;
}
