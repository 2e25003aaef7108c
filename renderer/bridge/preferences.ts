import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Preferences } from '../../shared/contract/shell.ts';
import { failureFrom } from './failure.ts';
import { showFailure } from './notices.ts';
import { shell } from './shell.ts';

const KEY = ['preferences'];

/** Theme and operator name of this person on this machine; undefined until main answers. */
export function usePreferences(): Preferences | undefined {
  return useQuery({ queryKey: KEY, queryFn: () => shell('preferences') }).data;
}

export function useSetPreferences(): (change: Partial<Preferences>) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (change: Partial<Preferences>) => shell('setPreferences', change),
    onSuccess: (saved) => queries.setQueryData(KEY, saved),
    onError: (error) => showFailure(failureFrom(error)),
  });
  return mutate;
}
