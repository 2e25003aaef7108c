/** Work that can be left lying between any two yields; what it yields is how far it is. */
export type Turns<Progress, Result> = Generator<Progress, Result, void>;

/** The whole of such work in one go. */
export function wholeOf<Result>(turns: Turns<unknown, Result>): Result {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}
