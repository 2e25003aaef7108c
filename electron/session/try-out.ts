import type { WriteContext } from '../db/write-context.ts';
import type { Session } from './session.ts';

class TakenBack<Result> extends Error {
  readonly result: Result;

  constructor(result: Result) {
    super('Tried and taken back.');
    this.result = result;
  }
}

/** What a command would answer, by doing it and taking it back: a preview that cannot differ from the real thing. */
export async function triedOut<Result>(
  session: Session,
  action: (context: WriteContext) => Result | Promise<Result>,
  kind: 'edit' | 'revert' = 'edit',
): Promise<Result> {
  try {
    await session.write({ kind, label: 'Preview' }, async (context) => {
      throw new TakenBack(await action(context));
    });
  } catch (error) {
    if (error instanceof TakenBack) return error.result as Result;
    throw error;
  }
  throw new Error('A preview was committed.');
}
