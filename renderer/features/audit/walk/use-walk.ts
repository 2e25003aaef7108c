import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditRackDevice, AuditSummary, WalkRack } from '../../../../shared/contract/audit-schemas.ts';
import { api, client, type EngineClient } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { showFailure } from '../../../bridge/notices.ts';
import { walkOrder } from './rack-lines.ts';

type Walk = Awaited<ReturnType<EngineClient['audit']['walk']>>;
type RackAnswer = Awaited<ReturnType<EngineClient['audit']['rack']>>;

const NO_RACKS: readonly WalkRack[] = [];
const NO_DEVICES: readonly AuditRackDevice[] = [];

export interface WalkState {
  readonly walk: Walk | undefined;
  readonly racks: readonly WalkRack[];
  /** The rack that is looked at: where the auditor stands, or the devices that are in no rack. */
  readonly shown: WalkRack | undefined;
  readonly rack: RackAnswer | undefined;
  /** What is expected in it, the unseen first. */
  readonly devices: readonly AuditRackDevice[];
  readonly go: (rack: WalkRack) => Promise<void>;
  /** Goes that many racks on in walking order. */
  readonly step: (by: number) => Promise<void>;
}

/** Runs a step of the walk; what refuses it is said in a notice. Null: refused. */
export async function told<Answer>(step: Promise<Answer>): Promise<Answer | null> {
  try {
    return await step;
  } catch (error) {
    showFailure(failureFrom(error));
    return null;
  }
}

/** Where the auditor is in the walk. */
export function useWalk({ id: session, racks: count }: AuditSummary): WalkState {
  const walk = useQuery(api.audit.walk.queryOptions({ input: { session } })).data;
  const racks = walk?.racks ?? NO_RACKS;
  // Devices in no rack have no label to scan: they are looked at until a rack is gone to.
  const [unplacedShown, showUnplaced] = useState(false);
  const unplaced = racks.find(({ rackId }) => rackId === null);
  const shown = racks.find(({ current }) => current) ?? (unplacedShown || count <= 1 ? unplaced : undefined);
  const rack = useQuery({
    ...api.audit.rack.queryOptions({ input: { session, rack: shown?.id ?? '-' } }),
    enabled: shown !== undefined,
    placeholderData: keepPreviousData,
  }).data;
  const current = rack && rack.id === shown?.id ? rack : undefined;
  const go = async (to: WalkRack) => {
    showUnplaced(to.rackId === null);
    await told(client.audit.setPlace({ session, rack: to.rackId }));
  };
  const step = async (by: number) => {
    const at = racks.findIndex(({ id }) => id === shown?.id);
    const to = racks[at < 0 ? (by > 0 ? 0 : racks.length - 1) : at + by];
    if (to) await go(to);
  };
  return { walk, racks, shown, rack: current, devices: current ? walkOrder(current.devices) : NO_DEVICES, go, step };
}
