import { implement } from '@orpc/server';
import { importContract, type ImportEvent } from '../../../shared/contract/import.ts';
import { netBoxDataContract, type NetBoxDataEvent } from '../../../shared/contract/netbox-data.ts';
import type { EngineContext } from '../../session/context.ts';
import { progressStream } from '../../session/progress-stream.ts';
import { importNetBoxData } from './netbox-data-import.ts';
import { importDeviceTypes } from './service.ts';

const netBoxData = implement(netBoxDataContract).$context<EngineContext>();

const os = implement(importContract).$context<EngineContext>();

export const importHandlers = {
  deviceTypes: os.deviceTypes.handler(({ input, context, signal }) =>
    progressStream<ImportEvent>((emit, stop) => importDeviceTypes(context.session(), input, emit, stop), signal),
  ),
  netboxData: netBoxData.netboxData.handler(({ input, context, signal }) =>
    progressStream<NetBoxDataEvent>((emit, stop) => importNetBoxData(context.session(), input, emit, stop), signal),
  ),
};
