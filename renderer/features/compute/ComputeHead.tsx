import { COMPUTE_STATES, COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { plainText } from '../../ui/plain-text.ts';
import { MachineHead } from '../noun/MachineHead.tsx';

/** The head of a compute, with where a rented one is. */
export function ComputeHead({ detail }: { detail: NounDetail }) {
  const where = [detail.record['provider'], detail.record['region']].map(plainText).filter(Boolean).join(', ');
  return (
    <MachineHead detail={detail} states={COMPUTE_STATES} types={COMPUTE_TYPES}>
      {where ? <span>{where}</span> : null}
    </MachineHead>
  );
}
