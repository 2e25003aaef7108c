import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import type { Failure } from '../../../shared/contract/failure.ts';
import { hallModel, type HallModel } from './hall-model.ts';

export interface HallAnswer {
  readonly model: HallModel | null;
  readonly failure: Failure | null;
}

/** The hall of one room, or of all, laid out for one face. */
export function useHall(roomId: string | undefined, face: RackFace): HallAnswer {
  const { data, error } = useQuery(api.rack.hall.queryOptions({ input: roomId ? { room: roomId } : {} }));
  const model = useMemo(() => (data ? hallModel(data, face) : null), [data, face]);
  return { model, failure: error ? failureFrom(error) : null };
}
