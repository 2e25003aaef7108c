import { useState } from 'react';

/** What is being done to the parts of a compute, beside its slots. */
export type PartStep =
  | { readonly kind: 'fit'; readonly slot: string | null }
  | { readonly kind: 'unit'; readonly assignmentId: string; readonly index: number }
  | { readonly kind: 'serials'; readonly assignmentId: string }
  | { readonly kind: 'timeline'; readonly partId: string; readonly before: PartStep | null };

export type PartSteps = ReturnType<typeof usePartSteps>;

export function usePartSteps() {
  const [step, setStep] = useState<PartStep | null>(null);
  return { step, show: setStep, close: () => setStep(null) };
}
