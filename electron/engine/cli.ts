import { parseArgs } from 'node:util';
import { FailureError, fail, type Failure } from '../../shared/contract/failure.ts';
import { COMMANDS } from './cli/commands.ts';
import { printFailure } from './cli/output.ts';

const OPTIONS = {
  workspace: { type: 'string', short: 'w' },
  json: { type: 'boolean', default: false },
  operator: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  accept: { type: 'string', default: 'good' },
  clash: { type: 'string', default: 'suffix' },
  noun: { type: 'string' },
  existing: { type: 'string', default: 'update' },
  zone: { type: 'string' },
  compute: { type: 'string' },
  primary: { type: 'boolean', default: false },
  category: { type: 'string' },
  journal: { type: 'boolean', default: false },
  days: { type: 'string' },
  replace: { type: 'boolean', default: false },
  link: { type: 'boolean', default: false },
  query: { type: 'string', default: '' },
  quantity: { type: 'string', default: '1' },
  basis: { type: 'string', default: 'max' },
  shape: { type: 'string' },
  top: { type: 'string', default: '20' },
  computes: { type: 'string' },
  component: { type: 'string' },
  slot: { type: 'string' },
  serial: { type: 'string' },
  notes: { type: 'string' },
  raid: { type: 'string' },
  'raid-group': { type: 'string' },
  site: { type: 'string' },
  room: { type: 'string' },
  row: { type: 'string' },
  racks: { type: 'string' },
  list: { type: 'string' },
  level: { type: 'string' },
  auditor: { type: 'string' },
  decision: { type: 'string' },
  reason: { type: 'string' },
  shelf: { type: 'string' },
  second: { type: 'string' },
  head: { type: 'string' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

function read(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return fail('E_FORMAT', error instanceof Error ? error.message : 'The arguments are not understood.');
  }
}

function usage(): string {
  const lines = Object.values(COMMANDS).map((command) => `  ${command.usage.padEnd(44)} ${command.help}`);
  return `Rackwright on the command line\n\n${lines.join('\n')}\n\nEvery command takes --workspace FILE and --json.\n`;
}

/** Answers the exit code: 0, or what the command says (2: something was refused), or 1 for a failure on stderr. */
async function main(argv: string[]): Promise<number> {
  try {
    const { values, positionals } = read(argv);
    const [name, ...rest] = positionals;
    if (values.help || name === undefined) {
      process.stdout.write(usage());
      return values.help ? 0 : 1;
    }
    const command =
      COMMANDS[name] ??
      fail('E_NOT_FOUND', `There is no command "${name}"; allowed are ${Object.keys(COMMANDS).join(', ')}.`);
    return await command.run(rest, values);
  } catch (error) {
    const failure: Failure =
      error instanceof FailureError
        ? error.failure
        : { code: 'E_INTERNAL', message: 'Something went wrong; nothing was changed.' };
    printFailure(failure);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
