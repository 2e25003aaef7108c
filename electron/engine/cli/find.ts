import { fail } from '../../../shared/contract/failure.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

/** `find WORDS`: things by any part of name, number, tag, address or note, best first; --noun for one kind of them. */
export async function find(words: readonly string[], options: CliOptions): Promise<number> {
  const text = words.join(' ');
  if (text.trim() === '') fail('E_REQUIRED', 'Write what to find: find WORDS [--noun NOUN].');
  const { noun } = options;
  if (noun !== undefined && !findNoun(noun)) fail('E_NOT_FOUND', `There is no noun "${noun}".`);
  const { found, behind } = await withWorkspace(options, false, async (client) => ({
    found: await client.find.objects({ text, limit: 100, ...(noun === undefined ? {} : { nouns: [noun] }) }),
    behind: await client.find.behind(),
  }));
  if (behind > 0)
    process.stderr.write(
      `The last ${behind} changes are not indexed yet and may be missing: open the workspace in the app, which indexes them.\n`,
    );
  if (options.json) printJson(found);
  else for (const { name, noun: kind, hint } of found) printLine(`${name} (${findNoun(kind)?.label ?? kind}): ${hint}`);
  return 0;
}
