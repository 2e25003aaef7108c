import { fail } from '../../../shared/contract/failure.ts';
import type { AssignInput, AssignRow } from '../../../shared/contract/component.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine, wholeNumber } from './output.ts';
import { withWorkspace } from './session.ts';

const USAGE =
  'Write: component assign --computes A,B,C --component C [--quantity N] [--slot S] [--serial S] [--notes T] [--raid 5] [--raid-group G].';

function inputOf(options: CliOptions): Partial<AssignInput> & Pick<AssignInput, 'component'> {
  const { computes, component, query } = options;
  if (component === undefined) fail('E_REQUIRED', `Name the component with --component. ${USAGE}`);
  if (computes === undefined && query === '')
    fail('E_REQUIRED', `Name the computes with --computes, or list them with --query. ${USAGE}`);
  const names = computes?.split(',').map((name) => name.trim());
  return {
    component,
    ...(names ? { computes: names.filter((name) => name !== '') } : { query }),
    quantity: wholeNumber(options.quantity, 'quantity'),
    ...(options.slot === undefined ? {} : { slot: options.slot }),
    ...(options.serial === undefined ? {} : { serial: options.serial }),
    ...(options.notes === undefined ? {} : { notes: options.notes }),
    ...(options['raid-group'] === undefined ? {} : { raidGroup: options['raid-group'] }),
  };
}

function printRow({ compute, outcome, slots, message }: AssignRow): void {
  const where = slots.length > 0 ? ` (${slots.join(', ')})` : '';
  printLine(`${compute}: ${outcome}${outcome === 'fits' ? where : `: ${message ?? ''}`}`);
}

/** `component assign`: one component to many computes, as one undo. Exit code 2 when some of them did not take it. */
export async function componentAssign(words: readonly string[], options: CliOptions): Promise<number> {
  if (words[0] !== 'assign') fail('E_FORMAT', USAGE);
  const { accept } = options;
  if (accept !== 'all' && accept !== 'good') fail('E_FORMAT', `--accept must be all or good; "${accept}" was given.`);
  const input = { ...inputOf(options), ...(options.raid === undefined ? {} : { raidLevel: options.raid }) };
  const dryRun = options['dry-run'];
  const answer = await withWorkspace(options, !dryRun, (client) =>
    dryRun ? client.component.assignPreview(input) : client.component.assign({ ...input, accept }),
  );
  if (options.json) printJson(answer);
  else {
    for (const row of answer.rows) printRow(row);
    for (const { message } of answer.warnings) printLine(`Note: ${message}`);
  }
  return answer.refused > 0 ? 2 : 0;
}
