/** The options of every command, as parsed. */
export interface CliOptions {
  readonly workspace?: string | undefined;
  readonly json: boolean;
  readonly operator?: string | undefined;
  readonly 'dry-run': boolean;
  readonly accept: string;
  readonly clash: string;
  readonly noun?: string | undefined;
  readonly existing: string;
  readonly zone?: string | undefined;
  readonly compute?: string | undefined;
  readonly primary: boolean;
  readonly category?: string | undefined;
  readonly journal: boolean;
  readonly days?: string | undefined;
  readonly replace: boolean;
  readonly link: boolean;
  readonly query: string;
  readonly quantity: string;
  readonly basis: string;
  readonly shape?: string | undefined;
  readonly top: string;
  readonly computes?: string | undefined;
  readonly component?: string | undefined;
  readonly slot?: string | undefined;
  readonly serial?: string | undefined;
  readonly notes?: string | undefined;
  readonly raid?: string | undefined;
  readonly 'raid-group'?: string | undefined;
  readonly site?: string | undefined;
  readonly room?: string | undefined;
  readonly row?: string | undefined;
  readonly racks?: string | undefined;
  readonly list?: string | undefined;
  readonly level?: string | undefined;
  readonly auditor?: string | undefined;
  readonly decision?: string | undefined;
  readonly reason?: string | undefined;
  readonly shelf?: string | undefined;
  readonly keeper?: string | undefined;
  readonly second?: string | undefined;
  readonly head?: string | undefined;
  readonly format?: string | undefined;
}

export interface CliCommand {
  readonly usage: string;
  readonly help: string;
  /** Answers the exit code. */
  run(words: readonly string[], options: CliOptions): Promise<number>;
}
