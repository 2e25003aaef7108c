import { implement } from '@orpc/server';
import { intakeContract, type IntakeRow } from '../../../shared/contract/intake.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { EngineContext } from '../../session/context.ts';
import { triedOut } from '../../session/try-out.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { deliverySize, registerDelivery } from './service.ts';

const os = implement(intakeContract).$context<EngineContext>();

export const intakeHandlers = {
  preview: os.preview.handler(async ({ input, context }) => {
    const session = context.session();
    const { rows } = await triedOut(session, (write) => registerDelivery(write, session.rules, input));
    return { rows, refused: refusedOf(rows).length };
  }),
  apply: os.apply.handler(async ({ input, context }) => {
    const session = context.session();
    const typeId = resolveReference(session.read, 'deviceType', input.deviceType, 'deviceType');
    const type = namesOf(session.read, [typeId])[typeId] ?? 'machines';
    const label = `Register ${deliverySize(input)} × ${type}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) => {
      const registered = registerDelivery(write, session.rules, input);
      refuse(registered.rows);
      return registered;
    });
    return { ...receipt, ...result };
  }),
};

function refusedOf(rows: readonly IntakeRow[]): IntakeRow[] {
  return rows.filter(({ problems }) => problems.length > 0);
}

function refuse(rows: readonly IntakeRow[]): void {
  const refused = refusedOf(rows);
  const [first] = refused;
  if (!first) return;
  const more = refused.length > 1 ? ` ${refused.length - 1} more machines are refused.` : '';
  fail('E_INCOHERENT', `${first.name}: ${first.problems[0] ?? ''}${more} Nothing was registered.`, {
    details: { rows: refused },
  });
}
