import { implement } from '@orpc/server';
import { importContract, type ImportEvent } from '../../../shared/contract/import.ts';
import type { EngineContext } from '../../session/context.ts';
import { progressStream } from '../../session/progress-stream.ts';
import { importDeviceTypes } from './service.ts';

const os = implement(importContract).$context<EngineContext>();

export const importHandlers = {
  deviceTypes: os.deviceTypes.handler(({ input, context, signal }) =>
    progressStream<ImportEvent>((emit, stop) => importDeviceTypes(context.session(), input, emit, stop), signal),
  ),
};
