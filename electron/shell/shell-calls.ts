import type { ShellCall, ShellInput, ShellOutput } from '../../shared/contract/shell.ts';

/** What main answers to windows, by name. */
export type ShellService = {
  readonly [Call in ShellCall]: (input: ShellInput<Call>) => Promise<ShellOutput<Call>> | ShellOutput<Call>;
};
