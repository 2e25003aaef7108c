import { fail } from '../../../shared/contract/failure.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine, wholeNumber } from './output.ts';
import { withWorkspace } from './session.ts';

/** `firewall rules COMPUTE`, `firewall packet COMPUTE PROTOCOL SOURCE [PORT]`, `firewall assign|unassign RULE`. */
export async function firewall(words: readonly string[], options: CliOptions): Promise<number> {
  const [verb, subject, ...rest] = words;
  if (subject !== undefined && verb === 'rules') return rules(subject, options);
  if (subject !== undefined && verb === 'packet') return packet(subject, rest, options);
  if (subject !== undefined && (verb === 'assign' || verb === 'unassign')) return change(verb, subject, options);
  return fail(
    'E_FORMAT',
    'Write: firewall rules COMPUTE, firewall packet COMPUTE PROTOCOL SOURCE [PORT], or firewall assign|unassign RULE --computes A,B.',
  );
}

async function rules(compute: string, options: CliOptions): Promise<number> {
  const found = await withWorkspace(options, false, (client) => client.firewall.effective({ compute }));
  if (options.json) printJson(found);
  else
    for (const { priority, name, action, protocol, source, destination, ports, enabled } of found)
      printLine(
        `${priority} ${name}: ${action} ${protocol} ${source} to ${destination}, ${ports}${enabled ? '' : ' (disabled)'}`,
      );
  return 0;
}

async function packet(compute: string, words: readonly string[], options: CliOptions): Promise<number> {
  const [protocol, source, port] = words;
  if (protocol !== 'tcp' && protocol !== 'udp' && protocol !== 'icmp')
    return fail('E_FORMAT', `The protocol must be tcp, udp or icmp; "${protocol ?? ''}" was given.`);
  if (source === undefined) return fail('E_REQUIRED', 'Name the source address of the packet.');
  const to = port === undefined ? {} : { port: wholeNumber(port, 'port') };
  const answer = await withWorkspace(options, false, (client) =>
    client.firewall.packet({ compute, protocol, source, ...to }),
  );
  if (options.json) printJson(answer);
  else printLine(answer.message);
  return 0;
}

async function change(verb: 'assign' | 'unassign', rule: string, options: CliOptions): Promise<number> {
  const named = options.computes?.split(',').map((name) => name.trim());
  const input = { rules: [rule], ...(named ? { computes: named } : { query: options.query }) };
  if (!named && options.query === '') fail('E_REQUIRED', 'Name the computes with --computes A,B or --query EXPR.');
  await withWorkspace(options, true, async (client) => {
    const answer = await (verb === 'assign' ? client.firewall.assign(input) : client.firewall.unassign(input));
    if (options.json) printJson(answer);
    else printLine(answer.label);
  });
  return 0;
}
