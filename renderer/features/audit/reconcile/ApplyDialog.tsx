import { useQuery } from '@tanstack/react-query';
import { api, client } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { useCommand } from '../../../bridge/use-command.ts';
import { OutcomesDialog } from './OutcomesDialog.tsx';

/** Writes all decisions to the record: one change, one undo, all of it or nothing. */
export function ApplyDialog({ session, onClose }: { session: string; onClose: () => void }) {
  const { data, error } = useQuery({
    ...api.audit.previewApply.queryOptions({ input: { session } }),
    staleTime: 0,
    gcTime: 0,
  });
  const apply = useCommand(client.audit.apply, { failures: 'inline' });
  return (
    <OutcomesDialog
      title="Write the decisions to the record"
      outcomes={data}
      failure={apply.failure?.message ?? (error ? failureFrom(error).message : null)}
      verb="Write"
      partial={false}
      pending={apply.pending}
      onConfirm={() => void apply.run({ session }).then((done) => done && onClose())}
      onClose={onClose}
    />
  );
}
