import { implement } from '@orpc/server';
import {
  componentAssignmentContract,
  componentContract,
  type AssignInput,
} from '../../../shared/contract/component.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import type { Session } from '../../session/session.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { createRow, describe, requireRow } from '../object/service.ts';
import { versionOf } from '../object/version.ts';
import { partsOfAssignment, serialWarnings } from '../part/service.ts';
import { assignAll, assignRows } from './assign.ts';
import { setUnits, slotsOf, unitsOf, unitView } from './service.ts';
import { slotMapOf } from './slot-map.ts';

const DEFINITION = definitionOf('componentAssignment');
const componentOs = implement(componentContract).$context<EngineContext>();
const os = implement(componentAssignmentContract).$context<EngineContext>();

/** `component.assign`: one component to many computes. */
export const assignHandlers = {
  assignPreview: componentOs.assignPreview.handler(({ input, context }) => {
    const { read } = context.session();
    return summary(read, input, assignRows(read, input));
  }),
  assign: componentOs.assign.handler(async ({ input, context }) => {
    const session = context.session();
    const { accept, ...wanted } = input;
    const preview = summary(session.read, wanted, assignRows(session.read, wanted));
    const component = componentNamed(session.read, wanted.component);
    const where =
      preview.fits === 1
        ? (preview.rows.find((row) => row.outcome === 'fits')?.compute ?? '')
        : `${preview.fits} computes`;
    const { result, receipt } = await session.write({ kind: 'edit', label: `Fit ${component} in ${where}` }, (write) =>
      assignAll(write, session.rules, wanted, accept),
    );
    return { ...receipt, ...preview, ...result };
  }),
};

export const componentAssignmentHandlers = {
  create: os.create.handler(async ({ input, context }) => {
    const session = context.session();
    const { serial, serials = [], assetTag, ...record } = input.record;
    const numbers = [...(serial ? [serial] : []), ...serials];
    const component = componentNamed(session.read, record.componentId);
    const { result, receipt } = await session.write({ kind: 'edit', label: `Fit ${component}` }, (write) => {
      const row = createRow(write, session.rules, DEFINITION, record, input);
      const units = numbers.map((number, index) => ({
        serial: number as string | null,
        assetTag: index === 0 ? (assetTag ?? null) : null,
      }));
      if (units.length === 0 && assetTag) units.push({ serial: null, assetTag });
      if (units.length > 0) setUnits(write, session.rules, row.id, units);
      return row;
    });
    const name = describe(session.read, DEFINITION, result);
    const warnings = warningsOf(session, result.id, numbers);
    return { ...receipt, id: result.id, name, version: versionOf(session.read, result.id), warnings };
  }),
  slotMap: os.slotMap.handler(({ input, context }) => {
    const { read } = context.session();
    return slotMapOf(read, resolveReference(read, 'compute', input.compute, 'compute'));
  }),
  setSerials: os.setSerials.handler(async ({ input, context }) => {
    const session = context.session();
    const id = resolveReference(session.read, 'componentAssignment', input.ref);
    const name = describe(session.read, DEFINITION, requireRow(session.read, DEFINITION, id));
    const { receipt } = await session.write({ kind: 'edit', label: `Set serial numbers of ${name}` }, (write) =>
      setUnits(write, session.rules, id, input.units),
    );
    const serials = input.units.flatMap(({ serial }) => (serial === null ? [] : [serial]));
    return { ...receipt, warnings: warningsOf(session, id, serials), units: unitsNow(session.read, id) };
  }),
};

function componentNamed(database: ReadDatabase, reference: string): string {
  const id = resolveReference(database, 'component', reference, 'component');
  return namesOf(database, [id])[id] ?? 'component';
}

function summary(database: ReadDatabase, input: AssignInput, rows: ReturnType<typeof assignRows>) {
  const fits = rows.filter(({ outcome }) => outcome === 'fits').length;
  const componentId = resolveReference(database, 'component', input.component);
  const warnings = serialWarnings(
    database,
    componentId,
    rows.flatMap(({ serials }) => serials),
  );
  return { rows, fits, refused: rows.length - fits, warnings };
}

function warningsOf({ read }: Session, assignmentId: string, serials: readonly string[]) {
  const record = requireRow(read, DEFINITION, assignmentId);
  const own = unitsNow(read, assignmentId).flatMap(({ partId }) => (partId === null ? [] : [partId]));
  return serialWarnings(read, String(record['componentId']), serials, own);
}

function unitsNow(database: ReadDatabase, assignmentId: string) {
  const record = requireRow(database, DEFINITION, assignmentId);
  const fitted = { slot: record['slot'] as string | null, quantity: Number(record['quantity']) };
  return unitsOf(fitted, partsOfAssignment(database, assignmentId), slotsOf(database, String(record['computeId']))).map(
    unitView,
  );
}
