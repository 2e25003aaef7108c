import type { RangePreview } from '../../../shared/contract/cable.ts';
import { FailureError, fail } from '../../../shared/contract/failure.ts';
import type { Port, PortKind } from '../../../shared/domain/port.ts';
import { expandPorts } from '../../../shared/rules/port-range.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { requirePort } from '../port/service.ts';
import { judgeJoint } from './connect.ts';

export interface PortRange {
  readonly device: string;
  readonly ports: string;
  readonly kind?: PortKind | undefined;
}

function namesOf(range: PortRange, path: string): string[] {
  const reading = expandPorts(range.ports);
  if (reading.ok) return reading.value;
  return fail('E_FORMAT', reading.message, {
    fields: [{ path: `${path}.ports`, message: reading.message, value: range.ports, allowed: reading.allowed }],
  });
}

type Found =
  | { readonly port: Port; readonly problem: null }
  | { readonly port: null; readonly problem: { code: string; message: string } };

function find(database: ReadDatabase, { device, kind }: PortRange, name: string): Found {
  try {
    return { port: requirePort(database, { device, name, kind }), problem: null };
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    return { port: null, problem: { code: error.failure.code, message: error.failure.message } };
  }
}

/** The pairs that two ranges make, in order, each judged alone. Refuses ranges of different lengths. */
export function previewRanges(database: ReadDatabase, a: PortRange, b: PortRange): RangePreview {
  const [aNames, bNames] = [namesOf(a, 'a'), namesOf(b, 'b')];
  if (aNames.length !== bNames.length) {
    const message = `${a.device} gives ${aNames.length} ports and ${b.device} gives ${bNames.length}; both ranges must be equally long.`;
    fail('E_INCOHERENT', message, { fields: [{ path: 'b.ports', message, value: b.ports }] });
  }
  const used = new Set<string>();
  const rows = aNames.map((aName, index) => {
    const bName = bNames[index] ?? '';
    const [aPort, bPort] = [find(database, a, aName), find(database, b, bName)];
    const names = { a: aName, b: bName, aPortId: aPort.port?.id ?? null, bPortId: bPort.port?.id ?? null };
    if (!aPort.port || !bPort.port) return { ...names, problem: aPort.problem ?? bPort.problem, warnings: [] };
    const repeated = [aPort.port, bPort.port].find(({ id }) => used.has(id));
    for (const { id } of [aPort.port, bPort.port]) used.add(id);
    const { problem, warnings } = judgeJoint(database, aPort.port, bPort.port);
    const twice = repeated
      ? { code: 'E_PORT_BUSY', message: `Port ${repeated.name} is in an earlier pair of these ranges.` }
      : null;
    return { ...names, problem: problem ?? twice, warnings };
  });
  return { rows, fitting: rows.filter(({ problem }) => problem === null).length };
}
