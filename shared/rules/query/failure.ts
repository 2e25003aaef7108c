/** What is wrong with an expression and where: `position` counts characters from 0, `length` is at least 0 (0 = at the end). */
export interface ExpressionFailure {
  code: 'E_EXPR_SYNTAX' | 'E_EXPR_UNAVAILABLE' | 'E_NOT_FOUND' | 'E_FORMAT';
  message: string;
  position: number;
  length: number;
  allowed?: readonly string[];
}

export type Outcome<Value> = { ok: true; value: Value } | { ok: false; failures: readonly ExpressionFailure[] };

/** Carries a failure out of the recursive descent; never leaves this folder. */
export class ExpressionRefusal extends Error {
  readonly failure: ExpressionFailure;

  constructor(failure: ExpressionFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

export function syntaxFailure(what: string, position: number, length: number): ExpressionFailure {
  return { code: 'E_EXPR_SYNTAX', message: `At character ${position + 1}: ${what}.`, position, length };
}
