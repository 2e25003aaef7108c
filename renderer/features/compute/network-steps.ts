import { useState } from 'react';

type Step =
  | { readonly kind: 'give' }
  | { readonly kind: 'lead' }
  | { readonly kind: 'rules' }
  | { readonly kind: 'edit'; readonly noun: 'ipAssignment' | 'portAssignment'; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string; readonly what: string };

export type NetworkSteps = ReturnType<typeof useNetworkSteps>;

/** What is being done on the network tab of a compute. */
export function useNetworkSteps() {
  const [step, setStep] = useState<Step | null>(null);
  return {
    step,
    give: () => setStep({ kind: 'give' }),
    lead: () => setStep({ kind: 'lead' }),
    rules: () => setStep({ kind: 'rules' }),
    editAddress: (id: string) => setStep({ kind: 'edit', noun: 'ipAssignment', id }),
    editMapping: (id: string) => setStep({ kind: 'edit', noun: 'portAssignment', id }),
    removeMapping: (id: string, what: string) => setStep({ kind: 'remove', id, what }),
    close: () => setStep(null),
  };
}
