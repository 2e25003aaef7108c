import { implement } from '@orpc/server';
import { csvContract, type CsvEvent } from '../../../shared/contract/csv.ts';
import type { EngineContext } from '../../session/context.ts';
import { progressStream } from '../../session/progress-stream.ts';
import { customFieldsOf } from '../object/extras-repository.ts';
import { csvNoun, describeColumns } from './columns.ts';
import { exportCsv } from './export.ts';
import { importCsv, previewCsv } from './service.ts';

const os = implement(csvContract).$context<EngineContext>();

export const csvHandlers = {
  columns: os.columns.handler(({ input, context }) => {
    const definition = csvNoun(input.noun);
    return describeColumns(definition, customFieldsOf(context.session().read, definition.noun));
  }),
  preview: os.preview.handler(({ input, context, signal }) =>
    progressStream<CsvEvent>((emit, stop) => previewCsv(context.session(), input, emit, stop), signal),
  ),
  import: os.import.handler(({ input, context, signal }) =>
    progressStream<CsvEvent>((emit, stop) => importCsv(context.session(), input, emit, stop), signal),
  ),
  export: os.export.handler(({ input, context, signal }) => exportCsv(context.session().read, input, signal)),
};
