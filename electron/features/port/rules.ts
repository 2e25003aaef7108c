import { findRow, typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { Port, PortKind } from '../../../shared/domain/port.ts';
import { portText } from '../../../shared/rules/port-names.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { PortMaker } from './instantiate.ts';
import { cablesAt, findPort, holderNoun, portsOf } from './repository.ts';

/** A port is of a kind that its holder can have, and leads inside to a port of the same holder. */
export const portRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const port = typedRow('port', after);
    refuseForeignKind(context.database, port);
    if (port.innerPortId !== null) refuseInner(context.database, port, port.innerPortId);
    if (before && (before['kind'] !== port.kind || before['objectId'] !== port.objectId))
      refuseCabled(context.database, typedRow('port', before));
  },
};

/** A new device has the ports of its type from the start. */
export const deviceWithPorts: NounRule = {
  beforeWrite: (context, before, after) => {
    const type = after['deviceTypeId'];
    if (before === null && typeof type === 'string') new PortMaker(context).ofNewDevice(after.id, type);
  },
};

function refuseForeignKind(database: ReadDatabase, port: Port): void {
  const noun = holderNoun(database, port.objectId);
  const problem =
    port.kind === 'power-feed'
      ? noun !== 'rack' && 'A power feed belongs to a rack.'
      : port.kind === 'circuit-termination'
        ? noun !== 'site' && 'A circuit ends at a site.'
        : (noun === 'rack' || noun === 'site') && `A ${noun} has no ports of this kind; devices have.`;
  if (problem) fail('E_INCOHERENT', problem, { fields: [{ path: 'kind', message: problem, value: port.kind }] });
  if (port.kind !== 'power-feed') return;
  const rack = findRow(database, 'rack', port.objectId);
  const feeds = (rack?.feeds ?? []).map(({ name }) => name);
  if (feeds.includes(port.name)) return;
  const allowed = feeds.length === 0 ? 'none yet' : feeds.join(', ');
  const message = `${rack?.name ?? 'The rack'} has no feed "${port.name}"; its feeds are ${allowed}.`;
  fail('E_INCOHERENT', message, { fields: [{ path: 'name', message, value: port.name, allowed }] });
}

const LEADS_TO: Readonly<Partial<Record<PortKind, PortKind>>> = {
  'front-port': 'rear-port',
  'power-outlet': 'power-port',
};

function refuseInner(database: ReadDatabase, port: Port, innerPortId: string): void {
  const inner = findPort(database, innerPortId);
  const wanted = LEADS_TO[port.kind];
  if (!inner || inner.objectId !== port.objectId || inner.kind !== wanted) {
    const message = `${port.name} may lead inside only to a ${wanted ?? 'port'} of the same device${wanted ? '' : ', and only front ports and outlets lead anywhere'}.`;
    return fail('E_PORT_TYPE', message, { fields: [{ path: 'innerPortId', message }] });
  }
  if (port.kind !== 'front-port') return;
  const position = port.innerPosition ?? 1;
  if (position > inner.positions) {
    const message = `Rear port ${inner.name} has ${inner.positions} positions; ${position} is not one of them.`;
    fail('E_PORT_MISSING', message, { fields: [{ path: 'innerPosition', message, value: position }] });
  }
  const other = portsOf(database, [port.objectId]).find(
    (entry) => entry.innerPortId === inner.id && (entry.innerPosition ?? 1) === position && entry.id !== port.id,
  );
  if (!other) return;
  const message = `Position ${position} of rear port ${inner.name} is taken by front port ${other.name}.`;
  fail('E_PORT_BUSY', message, { fields: [{ path: 'innerPosition', message, value: position }] });
}

function refuseCabled(database: ReadDatabase, port: Port): void {
  if (cablesAt(database, [port.id]).length === 0) return;
  const message = `A cable is in ${portText(port)}; take it out before the port becomes another.`;
  fail('E_IN_USE', message, { fields: [{ path: 'kind', message }] });
}
