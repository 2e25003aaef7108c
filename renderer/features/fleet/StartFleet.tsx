import { Button } from '@mantine/core';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { hrefOf } from '../../ui/location.ts';

/** What to do in a workspace without machines. */
export function StartFleet() {
  const addSample = useCommand(() => client.workspace.addSample());
  return (
    <>
      Add the first one with <strong>New</strong>, import <a href={hrefOf(['catalogue', 'import'])}>device types</a> for
      the catalogue, or try everything on the sample datacenter.
      <br />
      <br />
      <Button variant="default" loading={addSample.pending} onClick={() => void addSample.run(undefined)}>
        Fill this workspace with the sample datacenter
      </Button>
    </>
  );
}
