/** Work that can be left lying between any two yields; what it yields is how far it is. */
export type Turns<Progress, Result> = Generator<Progress, Result, void>;

/** The whole of such work in one go. */
export function wholeOf<Result>(turns: Turns<unknown, Result>): Result {
  for (;;) {
    const turn = turns.next();
    if (turn.done) return turn.value;
  }
}

/** Work that is one step of something larger, which says how far that is. */
export function* during<Progress, Result>(work: Turns<unknown, Result>, progress: Progress): Turns<Progress, Result> {
  for (;;) {
    const turn = work.next();
    if (turn.done) return turn.value;
    yield progress;
  }
}
