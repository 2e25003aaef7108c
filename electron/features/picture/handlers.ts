import { implement } from '@orpc/server';
import { pictureContract } from '../../../shared/contract/picture.ts';
import type { EngineContext } from '../../session/context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { picturesOf } from './repository.ts';
import { attachPicture, facePictures, pictureContent } from './service.ts';

const os = implement(pictureContract).$context<EngineContext>();

export const pictureHandlers = {
  attach: os.attach.handler(async ({ input, context }) => {
    const session = context.session();
    const { result, receipt } = await session.write({ kind: 'edit', label: `Add picture ${input.fileName}` }, (write) =>
      attachPicture(write, session.rules, input),
    );
    return { ...receipt, ...result };
  }),
  content: os.content.handler(({ input, context }) => {
    const { read } = context.session();
    return pictureContent(read, resolveReference(read, 'picture', input.id, 'id'));
  }),
  ofObject: os.ofObject.handler(({ input, context }) => {
    const { read } = context.session();
    return picturesOf(read, [resolveReference(read, 'pictured', input.ref)]);
  }),
  ofTypes: os.ofTypes.handler(({ input, context }) => {
    const { read } = context.session();
    const ids = input.deviceTypes.map((ref) => resolveReference(read, 'deviceType', ref, 'deviceTypes'));
    return facePictures(read, ids);
  }),
};
