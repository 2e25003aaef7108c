import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Refusal } from '../../ui/Notice.tsx';
import formStyles from '../../ui/Form.module.css';
import { TraceChain } from './TraceChain.tsx';
import { traceSentence, traceVerdict } from './trace-text.ts';

interface TraceDialogProps {
  readonly portId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** The whole path through one port: drawn, and in words. */
export function TraceDialog({ portId, name, onClose }: TraceDialogProps) {
  const { data: trace, error } = useQuery(api.cable.trace.queryOptions({ input: { port: { port: portId } } }));
  return (
    <Dialog title={`Path through ${name}`} size="xl" onClose={onClose}>
      {error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
      {trace ? (
        <div className={formStyles.form}>
          <p role="status">{traceVerdict(trace)}</p>
          <TraceChain steps={trace.steps} portId={portId} onOpen={onClose} />
          <p className={formStyles.note}>{traceSentence(trace.steps)}</p>
        </div>
      ) : null}
    </Dialog>
  );
}
