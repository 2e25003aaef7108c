import { useState } from 'react';
import type { PlanInput } from '../../../shared/contract/plan.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { showFailure } from '../../bridge/notices.ts';
import { saveTextFile } from '../workspace/use-files.ts';
import { SaveMenu } from './SaveMenu.tsx';
import { PlanPaper } from './paper/PlanPaper.tsx';
import { planCsv } from './plan-export.ts';

const EVERYTHING = { top: 10_000, rejectedLimit: 100_000, recommend: true } as const;

/** The whole answer as a file or on paper: every candidate, every rejected compute with every reason. */
export function SavePlan({ input, service }: { input: PlanInput; service: string }) {
  const [pending, setPending] = useState(false);
  const [printing, setPrinting] = useState(false);
  const save = async (format: 'csv' | 'json') => {
    setPending(true);
    try {
      const whole = await client.plan.rank({ ...input, ...EVERYTHING });
      const text = format === 'csv' ? planCsv(whole) : `${JSON.stringify(whole, null, 2)}\n`;
      await saveTextFile(`plan ${service}.${format}`, text);
    } catch (error) {
      showFailure(failureFrom(error));
    } finally {
      setPending(false);
    }
  };
  return (
    <>
      <SaveMenu
        pending={pending}
        onPaper={() => setPrinting(true)}
        onCsv={() => void save('csv')}
        onJson={() => void save('json')}
      />
      {printing ? <PlanPaper input={input} onClose={() => setPrinting(false)} /> : null}
    </>
  );
}
