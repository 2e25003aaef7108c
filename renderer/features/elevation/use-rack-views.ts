import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { Elevation as RackAnswer } from '../../../shared/contract/rack.ts';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import { partsOnFace, type FaceParts } from '../../../shared/rules/type-parts.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { usePictureUrls } from '../picture/use-picture-urls.ts';
import { rackViewOf, type RackView } from './rack-view.ts';

export interface RackViews {
  /** In the order asked for; a rack that has not arrived yet is left out. */
  readonly views: readonly RackView[];
  readonly failure: Failure | null;
}

// Both combiners stand here, not in the hooks: while answers stay the same, so do the objects made of them, and racks
// that did not change are not painted again.
function viewsOf(answers: readonly UseQueryResult<RackView>[]): RackViews {
  const error = answers.find((answer) => answer.error && !isCancelled(answer.error))?.error;
  return { views: answers.flatMap(({ data }) => data ?? []), failure: error ? failureFrom(error) : null };
}

export function useRackViews(ids: readonly string[]): RackViews {
  return useQueries({
    queries: ids.map((ref) => ({
      ...api.rack.elevation.queryOptions({ input: { ref } }),
      select: rackViewOf,
    })),
    combine: viewsOf,
  });
}

export type PictureOf = (deviceTypeId: string | null, face: RackFace) => string | undefined;

/** Addresses of the pictures that the device types in sight have, as they arrive. */
export function usePictures(views: readonly RackView[]): PictureOf {
  const pictures = useMemo(() => typesIn(views).map(({ id, pictures: faces }) => [id, faces] as const), [views]);
  const ids = useMemo(
    () => pictures.flatMap(([, faces]) => Object.values(faces).filter((id) => id !== null)),
    [pictures],
  );
  const urls = usePictureUrls(ids);
  return useMemo(() => {
    const byType = new Map(pictures);
    return (deviceTypeId, face) => urls.get(byType.get(deviceTypeId ?? '')?.[face] ?? '');
  }, [pictures, urls]);
}

export type PartsOf = (deviceTypeId: string | null, type: string, face: RackFace) => FaceParts | undefined;

/** Ports and bays of the device types in sight. */
export function useParts(views: readonly RackView[]): PartsOf {
  return useMemo(() => {
    const byId = new Map(typesIn(views).map(({ id, parts }) => [id, parts]));
    return (deviceTypeId, type, face) => {
      const parts = byId.get(deviceTypeId ?? '');
      return parts && partsOnFace(parts, type, face);
    };
  }, [views]);
}

function typesIn(views: readonly RackView[]): readonly RackAnswer['deviceTypes'][number][] {
  const all = views.flatMap(({ answer }) => answer.deviceTypes);
  return [...new Map(all.map((type) => [type.id, type])).values()];
}
