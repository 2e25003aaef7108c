/** The options of every command, as parsed. */
export interface CliOptions {
  readonly workspace?: string | undefined;
  readonly json: boolean;
  readonly operator?: string | undefined;
  readonly 'dry-run': boolean;
  readonly accept: string;
  readonly query: string;
  readonly quantity: string;
  readonly basis: string;
  readonly top: string;
}

export interface CliCommand {
  readonly usage: string;
  readonly help: string;
  /** Answers the exit code. */
  run(words: readonly string[], options: CliOptions): Promise<number>;
}
