import { fail } from '../../shared/contract/failure.ts';
import type { RegexBudget } from '../../shared/rules/query/regex-program.ts';

/** Some two seconds of work: a hundred thousand notes of a few hundred characters for an ordinary pattern. */
const STEPS_PER_TURN = 80_000_000;

/**
 * What the patterns of one query may cost. A running statement cannot be interrupted, so that one which takes too long is refused
 * from within; the budget is whole again when the engine has its turn back.
 */
export class PatternBudget implements RegexBudget {
  #left = STEPS_PER_TURN;
  #renewing = false;

  spend(steps: number): void {
    if (!this.#renewing) {
      this.#renewing = true;
      queueMicrotask(() => this.#renew());
    }
    this.#left -= steps;
    if (this.#left < 0)
      fail(
        'E_LIMIT_MAX',
        'The regex takes too long on so much text. Make it shorter, or put another condition in front of it with "and".',
      );
  }

  #renew(): void {
    this.#left = STEPS_PER_TURN;
    this.#renewing = false;
  }
}
