import { useState } from 'react';
import type { BatchResult } from '../../../shared/contract/plan.ts';
import { saveTextFile } from '../workspace/use-files.ts';
import { SaveMenu } from './SaveMenu.tsx';
import { BatchPaper } from './paper/BatchPaper.tsx';
import type { PlaceScope } from './place-draft.ts';
import { batchCsv } from './plan-export.ts';

/** The steps of a batch as a file or on paper. */
export function SaveBatch({ scope, plan }: { scope: PlaceScope; plan: BatchResult }) {
  const [printing, setPrinting] = useState(false);
  return (
    <>
      <SaveMenu
        pending={false}
        onPaper={() => setPrinting(true)}
        onCsv={() => void saveTextFile('placements.csv', batchCsv(plan))}
        onJson={() => void saveTextFile('placements.json', `${JSON.stringify(plan, null, 2)}\n`)}
      />
      {printing ? <BatchPaper scope={scope} plan={plan} onClose={() => setPrinting(false)} /> : null}
    </>
  );
}
