import { server, withRacks } from '../../../testing/racks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../../testing/temporary-workspace.ts';

/** Two racks: web-1 (SN-1, AT-1) at U1, web-2 at U5 and web-3 at U9 of rack101, db-1 at U1 of rack102; 2U each. */
export async function auditedHall(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const places = [
    ['web-1', 'rack101', 0],
    ['web-2', 'rack101', 8],
    ['web-3', 'rack101', 16],
    ['db-1', 'rack102', 0],
  ] as const;
  for (const [index, [name, rack, positionHalfU]] of places.entries()) {
    await server(workspace, name, { serial: `SN-${index + 1}`, assetTag: `AT-${index + 1}` });
    await workspace.client.rack.mount({ device: name, rack, positionHalfU });
  }
  return workspace;
}

/** An open audit of Hall 1, standing nowhere yet. */
export async function hallAudit(
  { client }: TemporaryWorkspace,
  more: { level?: 'presence' | 'serial'; name?: string } = {},
): Promise<string> {
  const { id } = await client.audit.start({ name: 'Spring', scope: { kind: 'room', room: 'Hall 1' }, ...more });
  return id;
}
