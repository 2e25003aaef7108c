import { server, withRacks } from '../../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../../testing/temporary-workspace.ts';

export const NAMES = ['a', 'b', 'c'];

/** Three 2U servers: a at U1, b at U3 of rack101, c at U1 of rack102. */
export async function withServers(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  for (const name of NAMES) await server(workspace, name);
  const { client } = workspace;
  await client.rack.mount({ device: 'a', rack: 'rack101', units: [1, 2] });
  await client.rack.mount({ device: 'b', rack: 'rack101', units: [3, 4] });
  await client.rack.mount({ device: 'c', rack: 'rack102', units: [1, 2] });
  return workspace;
}

/** Where every device stands, for comparing before and after. */
export async function places({ client }: TemporaryWorkspace): Promise<string[]> {
  const found: string[] = [];
  for (const rack of ['rack101', 'rack102']) {
    const { mounted } = await client.rack.elevation({ ref: rack });
    for (const { name, positionHalfU } of mounted) found.push(`${name} ${rack} ${positionHalfU}`);
  }
  return found.toSorted();
}

export const BEFORE = ['a rack101 0', 'b rack101 4', 'c rack102 0'];
