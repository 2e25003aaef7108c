import { typedRow } from '../../db/typed-row.ts';
import { implement } from '@orpc/server';
import { partContract, sparesContract } from '../../../shared/contract/part.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Part } from '../../../shared/domain/part.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import { slotsOf, unitsOf, unitView } from '../component-assignment/service.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { createRow, requireRow } from '../object/service.ts';
import { movePart } from './move.ts';
import { duplicateSerials, partsLike, placesOf } from './repository.ts';
import { partName, partsOfAssignment, placeOf, resolvePart, serialWarnings } from './service.ts';
import { changeLooseUnits, shortRows, stockRows } from './stock.ts';
import { swapPart } from './swap.ts';
import { timelineOf } from './timeline.ts';

const os = implement(partContract).$context<EngineContext>();
const sparesOs = implement(sparesContract).$context<EngineContext>();

export const partHandlers = {
  find: os.find.handler(({ input, context }) =>
    found(context.session().read, partsLike(context.session().read, input.text, input.limit)),
  ),
  timeline: os.timeline.handler(({ input, context }) => {
    const { read } = context.session();
    const part = resolvePart(read, input.part);
    const [shown] = found(read, [part]);
    return { part: shown ?? fail('E_NOT_FOUND', 'The part is no longer there.'), events: timelineOf(read, part.id) };
  }),
  checkSerials: os.checkSerials.handler(({ input, context }) => {
    const { read } = context.session();
    const serials = input.serials.map((serial) => serial.trim()).filter((serial) => serial !== '');
    return serialWarnings(read, resolveReference(read, 'component', input.component, 'component'), serials);
  }),
  duplicates: os.duplicates.handler(({ context }) => {
    const { read } = context.session();
    return duplicateSerials(read).map(({ serial, component, ids }) => {
      const parts = (JSON.parse(ids) as string[]).map((id) =>
        typedRow('part', requireRow(read, definitionOf('part'), id)),
      );
      return { serial, component, parts: found(read, parts) };
    });
  }),
  move: os.move.handler(async ({ input, context }) => {
    const session = context.session();
    const name = partName(resolvePart(session.read, input.part));
    const { result, receipt } = await session.write({ kind: 'edit', label: `Move part ${name}` }, (write) =>
      movePart(write, session.rules, input.part, input.to),
    );
    return { ...receipt, place: placeOf(placesOf(session.read, [result.id]).get(result.id)) };
  }),
  swap: os.swap.handler(async ({ input, context }) => {
    const session = context.session();
    const computeId = resolveReference(session.read, 'compute', input.compute, 'compute');
    const compute = namesOf(session.read, [computeId])[computeId] ?? 'compute';
    const what = input.slot ?? input.part ?? 'a part';
    const { result, receipt } = await session.write({ kind: 'edit', label: `Swap ${what} in ${compute}` }, (write) =>
      swapPart(write, session.rules, input),
    );
    const { componentId, ...answer } = result;
    const serials = input.newSerial === undefined ? [] : [input.newSerial];
    const own = result.newPartId === null ? [] : [result.newPartId];
    const warnings = serialWarnings(session.read, componentId, serials, own);
    return { ...receipt, ...answer, warnings, unit: unitOf(session.read, result.assignmentId, result.newPartId) };
  }),
};

export const sparesHandlers = {
  overview: sparesOs.overview.handler(({ input, context }) => {
    const { read } = context.session();
    return stockRows(
      read,
      input.shelf === undefined ? null : resolveReference(read, 'spareShelf', input.shelf, 'shelf'),
    );
  }),
  short: sparesOs.short.handler(({ context }) => shortRows(context.session().read)),
  receive: sparesOs.receive.handler(async ({ input, context }) => {
    const session = context.session();
    const spareShelfId = resolveReference(session.read, 'spareShelf', input.shelf, 'shelf');
    const componentId = resolveReference(session.read, 'component', input.component, 'component');
    const units = input.serials.length + input.looseUnits;
    if (units === 0) fail('E_REQUIRED', 'Scan serial numbers, or say how many units without one arrived.');
    const names = namesOf(session.read, [spareShelfId, componentId]);
    const label = `Receive ${units} × ${names[componentId] ?? 'component'} on ${names[spareShelfId] ?? 'shelf'}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) => {
      if (input.looseUnits > 0) changeLooseUnits(write, session.rules, componentId, spareShelfId, input.looseUnits);
      return input.serials.map(
        (serial) =>
          createRow(write, session.rules, definitionOf('part'), { componentId, serial, status: 'spare', spareShelfId })
            .id,
      );
    });
    return { ...receipt, partIds: result, warnings: serialWarnings(session.read, componentId, input.serials, result) };
  }),
};

function found(database: ReadDatabase, parts: readonly Part[]) {
  const places = placesOf(
    database,
    parts.map(({ id }) => id),
  );
  return parts.map((part) => ({
    id: part.id,
    componentId: part.componentId,
    component: places.get(part.id)?.component ?? '',
    serial: part.serial,
    assetTag: part.assetTag,
    place: placeOf(places.get(part.id)),
  }));
}

function unitOf(database: ReadDatabase, assignmentId: string, partId: string | null) {
  const record = requireRow(database, definitionOf('componentAssignment'), assignmentId);
  const fitted = { slot: record['slot'] as string | null, quantity: Number(record['quantity']) };
  const units = unitsOf(
    fitted,
    partsOfAssignment(database, assignmentId),
    slotsOf(database, String(record['computeId'])),
  );
  const views = units.map(unitView);
  return (
    views.find((unit) => unit.partId === partId) ??
    views[0] ?? { slot: null, partId: null, serial: null, assetTag: null }
  );
}
