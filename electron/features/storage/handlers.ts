import { implement } from '@orpc/server';
import { storageContract } from '../../../shared/contract/storage.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { EngineContext } from '../../session/context.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { markFailed, recordRebuild, removeGroup, saveGroup } from './group.ts';
import { groupNamed, previewGroup, storageOf } from './service.ts';

const os = implement(storageContract).$context<EngineContext>();

export const storageHandlers = {
  groups: os.groups.handler(({ input, context }) => {
    const { read } = context.session();
    return storageOf(read, resolveReference(read, 'compute', input.compute, 'compute'));
  }),
  preview: os.preview.handler(({ input }) => previewGroup(input)),
  saveGroup: os.saveGroup.handler(({ input, context }) =>
    changeGroup(context, input.compute, `Save RAID group ${input.name}`, (write, computeId, { rules }) => {
      saveGroup(write, rules, computeId, input);
      return input.name;
    }),
  ),
  removeGroup: os.removeGroup.handler(({ input, context }) =>
    changeGroup(context, input.compute, `Break up RAID group ${input.name}`, (write, computeId) => {
      removeGroup(write, computeId, input.name);
      return null;
    }),
  ),
  markFailed: os.markFailed.handler(({ input, context }) => {
    const label = `Mark a disk as ${input.failed ? 'failed' : 'working'}`;
    return changeGroup(context, input.compute, label, (write, computeId, { rules }) =>
      markFailed(write, rules, computeId, input),
    );
  }),
  recordRebuild: os.recordRebuild.handler(({ input, context }) =>
    changeGroup(context, input.compute, `Record rebuild of RAID group ${input.name}`, (write, computeId) => {
      const on = input.on ?? new Date().toISOString().slice(0, 10);
      recordRebuild(write, computeId, input.name, { on, notes: input.notes });
      return input.name;
    }),
  ),
};

type Change = (write: WriteContext, computeId: string, session: ReturnType<EngineContext['session']>) => string | null;

/** Runs a change of a compute's storage and answers the group it left, if any. */
async function changeGroup(context: EngineContext, compute: string, label: string, change: Change) {
  const session = context.session();
  const computeId = resolveReference(session.read, 'compute', compute, 'compute');
  const name = namesOf(session.read, [computeId])[computeId] ?? 'compute';
  const { result, receipt } = await session.write({ kind: 'edit', label: `${label} in ${name}` }, (write) =>
    change(write, computeId, session),
  );
  return { ...receipt, group: result === null ? null : groupNamed(session.read, computeId, result) };
}
