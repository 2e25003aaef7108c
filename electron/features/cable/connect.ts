import { typedRow } from '../../db/typed-row.ts';
import { fail, type FailureCode } from '../../../shared/contract/failure.ts';
import type { PortEnd } from '../../../shared/contract/port.ts';
import type { Cable } from '../../../shared/domain/cable.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Port } from '../../../shared/domain/port.ts';
import { pairProblem } from '../../../shared/rules/port-pairs.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule, NounRules } from '../../session/noun-rules.ts';
import { createRow } from '../object/service.ts';
import {
  cablesOfPorts,
  endText,
  jointWarnings,
  portEnds,
  portsWithIds,
  requirePort,
  type PortName,
} from '../port/service.ts';

export interface JointProblem {
  readonly code: FailureCode;
  readonly message: string;
}

export interface Joint {
  readonly problem: JointProblem | null;
  readonly warnings: string[];
}

/** Whether two ports may be joined, `except` the cable that is being changed itself. */
export function judgeJoint(database: ReadDatabase, a: Port, b: Port, except: string | null = null): Joint {
  const ends = portEnds(database, [a, b]);
  const [aEnd, bEnd] = [ends.get(a.id), ends.get(b.id)];
  if (!aEnd || !bEnd)
    return { problem: { code: 'E_PORT_MISSING', message: 'A port is no longer there.' }, warnings: [] };
  if (a.id === b.id) {
    const message = `A cable joins two ports; ${endText(aEnd)} was given twice.`;
    return { problem: { code: 'E_INCOHERENT', message }, warnings: [] };
  }
  const kinds = pairProblem(
    { kind: a.kind, type: a.type, text: endText(aEnd) },
    { kind: b.kind, type: b.type, text: endText(bEnd) },
  );
  if (kinds !== null) return { problem: { code: 'E_PORT_TYPE', message: kinds }, warnings: [] };
  const busy = busyProblem(database, [aEnd, bEnd], except);
  return { problem: busy, warnings: busy ? [] : jointWarnings(a, aEnd, b, bEnd) };
}

/** Names the other end of the cable that is in one of the ports already. */
function busyProblem(database: ReadDatabase, ends: readonly PortEnd[], except: string | null): JointProblem | null {
  const own = new Map(ends.map((end) => [end.portId, end]));
  const [cable] = cablesOfPorts(database, [...own.keys()]).filter(({ id }) => id !== except);
  if (!cable) return null;
  const near = own.get(cable.aPortId) ?? own.get(cable.bPortId);
  const farId = near?.portId === cable.aPortId ? cable.bPortId : cable.aPortId;
  const far = portEnds(database, portsWithIds(database, [farId])).get(farId);
  if (!near || !far) return null;
  return { code: 'E_PORT_BUSY', message: `${capital(endText(near))} is connected to ${endText(far)} already.` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A cable joins two free ports of fitting kinds, however it is written. */
export const cableRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const cable = typedRow('cable', after);
    if (before && before['aPortId'] === cable.aPortId && before['bPortId'] === cable.bPortId) return;
    const ports = new Map(
      portsWithIds(context.database, [cable.aPortId, cable.bPortId]).map((port) => [port.id, port]),
    );
    const [a, b] = [ports.get(cable.aPortId), ports.get(cable.bPortId)];
    if (!a || !b) return fail('E_PORT_MISSING', 'A port of the cable is not there.');
    const { problem } = judgeJoint(context.database, a, b, cable.id);
    if (problem) fail(problem.code, problem.message, { fields: [{ path: 'bPortId', message: problem.message }] });
  },
};

export type CableDraft = Omit<Partial<Cable>, 'id' | 'aPortId' | 'bPortId'>;

/** Joins two ports; answers the cable and what is odd about the pair. */
export function connect(
  context: WriteContext,
  rules: NounRules,
  a: PortName,
  b: PortName,
  draft: CableDraft,
): { id: string; warnings: string[] } {
  const [aPort, bPort] = [requirePort(context.database, a), requirePort(context.database, b)];
  const { warnings } = judgeJoint(context.database, aPort, bPort);
  const record = { ...draft, aPortId: aPort.id, bPortId: bPort.id };
  return { id: createRow(context, rules, definitionOf('cable'), record).id, warnings };
}

/** Takes cables out of ports. Refuses a port without one. */
export function disconnect(context: WriteContext, names: readonly PortName[]): void {
  const definition = definitionOf('cable');
  const ports = names.map((name) => requirePort(context.database, name));
  const ends = portEnds(context.database, ports);
  const cables = cablesOfPorts(
    context.database,
    ports.map(({ id }) => id),
  );
  const cabled = new Set(cables.flatMap(({ aPortId, bPortId }) => [aPortId, bPortId]));
  const free = ports.find(({ id }) => !cabled.has(id));
  const end = free ? ends.get(free.id) : undefined;
  if (end) fail('E_NOT_FOUND', `There is no cable in ${endText(end)}.`);
  for (const { id } of cables) {
    const record = findRecord(context.database, definition, id);
    if (record) context.remove(definition, record);
  }
}
