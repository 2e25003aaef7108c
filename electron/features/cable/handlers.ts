import { implement } from '@orpc/server';
import { cableContract } from '../../../shared/contract/cable.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { racksWithDevices } from '../placement/service.ts';
import {
  cablesOfPorts,
  endText,
  jointWarnings,
  portEnds,
  portsOfObjects,
  portsWithIds,
  requirePort,
  type PortName,
} from '../port/service.ts';
import { connect, disconnect, judgeJoint } from './connect.ts';
import { previewRanges } from './ranges.ts';
import { traceOf } from './trace.ts';

const os = implement(cableContract).$context<EngineContext>();

export const cableHandlers = {
  previewConnect: os.previewConnect.handler(({ input, context }) => {
    const { read } = context.session();
    return judgeJoint(read, requirePort(read, input.a), requirePort(read, input.b));
  }),
  connect: os.connect.handler(async ({ input: { a, b, ...draft }, context }) => {
    const session = context.session();
    const label = `Connect ${nameOf(session.read, a)} to ${nameOf(session.read, b)}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      connect(write, session.rules, a, b, draft),
    );
    return { ...receipt, ...result };
  }),
  disconnect: os.disconnect.handler(async ({ input, context }) => {
    const session = context.session();
    const [first] = input.ports;
    const what = input.ports.length === 1 && first ? nameOf(session.read, first) : `${input.ports.length} ports`;
    const { receipt } = await session.write({ kind: 'edit', label: `Disconnect ${what}` }, (write) =>
      disconnect(write, input.ports),
    );
    return receipt;
  }),
  previewRanges: os.previewRanges.handler(({ input, context }) =>
    previewRanges(context.session().read, input.a, input.b),
  ),
  connectRanges: os.connectRanges.handler(async ({ input: { a, b, accept, ...draft }, context }) => {
    const session = context.session();
    const { result, receipt } = await session.write(
      { kind: 'edit', label: `Connect ${a.device} to ${b.device}` },
      (write) => {
        const { rows, fitting } = previewRanges(write.database, a, b);
        const bad = rows.find(({ problem }) => problem !== null);
        if (bad?.problem && accept === 'all')
          fail(
            'E_INCOHERENT',
            `${rows.length - fitting} of ${rows.length} pairs cannot be joined, first ${bad.a} to ${bad.b}: ${bad.problem.message}`,
            {
              details: { rows },
            },
          );
        for (const { aPortId, bPortId, problem } of rows)
          if (problem === null && aPortId !== null && bPortId !== null)
            connect(write, session.rules, { port: aPortId }, { port: bPortId }, draft);
        return { connected: fitting, refused: rows.length - fitting };
      },
    );
    return { ...receipt, ...result };
  }),
  trace: os.trace.handler(({ input, context }) => {
    const { read } = context.session();
    return traceOf(read, requirePort(read, input.port).id) ?? fail('E_PORT_MISSING', 'The port is no longer there.');
  }),
  ofObject: os.ofObject.handler(({ input, context }) => {
    const { read } = context.session();
    return cablesOf(read, resolveReference(read, 'portHolder', input.ref));
  }),
};

function nameOf(database: ReadDatabase, name: PortName): string {
  const port = requirePort(database, name);
  const end = portEnds(database, [port]).get(port.id);
  return end ? endText(end) : port.name;
}

/** The cables on a device, or on a rack and everything in it. */
function cablesOf(database: ReadDatabase, objectId: string) {
  const [rack] = racksWithDevices(database, [objectId]);
  const inRack = (rack?.machines ?? []).flatMap(({ row, children }) => [row.id, ...children.map(({ id }) => id)]);
  const own = portsOfObjects(database, [objectId, ...inRack]);
  const cables = cablesOfPorts(
    database,
    own.map(({ id }) => id),
  );
  const ports = new Map(
    portsWithIds(
      database,
      cables.flatMap(({ aPortId, bPortId }) => [aPortId, bPortId]),
    ).map((port) => [port.id, port]),
  );
  const ends = portEnds(database, [...ports.values()]);
  return cables.flatMap(({ aPortId, bPortId, ...cable }) => {
    const [a, b, aPort, bPort] = [ends.get(aPortId), ends.get(bPortId), ports.get(aPortId), ports.get(bPortId)];
    return a && b && aPort && bPort ? [{ ...cable, a, b, warnings: jointWarnings(aPort, a, bPort, b) }] : [];
  });
}
