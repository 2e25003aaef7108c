import { Button } from '@mantine/core';
import { savePdf } from '../workspace/use-files.ts';

/** What can be done with sheets on screen; `name` is what a file of them is called. */
export function PrintButtons({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  return (
    <>
      <Button onClick={() => window.print()}>Print…</Button>
      <Button variant="default" onClick={() => void savePdf(name)}>
        Save as PDF…
      </Button>
      <Button variant="default" onClick={onClose}>
        Close
      </Button>
    </>
  );
}
