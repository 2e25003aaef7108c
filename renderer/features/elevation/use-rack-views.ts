import { keepPreviousData, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Failure } from '../../../shared/contract/failure.ts';
import type { PortTemplates } from '../../../shared/domain/port-templates.ts';
import type { RackFace } from '../../../shared/rules/rack-model.ts';
import { api, type EngineClient } from '../../bridge/client.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { usePictureUrls } from '../picture/use-picture-urls.ts';
import { partsOnFace, type FaceParts } from './face-parts.ts';
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
      placeholderData: keepPreviousData,
    })),
    combine: viewsOf,
  });
}

type DeviceTypeAnswer = Awaited<ReturnType<EngineClient['deviceType']['get']>>;

function templatesOf(
  answers: readonly UseQueryResult<DeviceTypeAnswer>[],
): readonly (readonly [string, PortTemplates])[] {
  return answers.flatMap(({ data }) => (data ? [[data.record.id, data.record.templates] as const] : []));
}

export type PartsOf = (deviceTypeId: string | null, type: string, face: RackFace) => FaceParts | undefined;

function useTypesInSight(views: readonly RackView[]): string[] {
  return useMemo(() => {
    const all = views.flatMap(({ devices }) => devices.flatMap(({ deviceTypeId }) => deviceTypeId ?? []));
    return [...new Set(all)].toSorted();
  }, [views]);
}

export type PictureOf = (deviceTypeId: string | null, face: RackFace) => string | undefined;

/** Front and rear pictures of the device types in sight. */
export function usePictures(views: readonly RackView[]): PictureOf {
  const deviceTypes = useTypesInSight(views);
  const { data } = useQuery({
    ...api.picture.ofTypes.queryOptions({ input: { deviceTypes } }),
    enabled: deviceTypes.length > 0,
  });
  const ids = useMemo(() => data?.map(({ id }) => id) ?? [], [data]);
  const urls = usePictureUrls(ids);
  return useMemo(() => {
    const byFace = new Map(data?.map(({ id, deviceTypeId, face }) => [`${deviceTypeId} ${face}`, urls.get(id)]));
    return (deviceTypeId, face) => byFace.get(`${deviceTypeId} ${face}`);
  }, [data, urls]);
}

/** Ports and bays of the device types in sight. */
export function useParts(views: readonly RackView[]): PartsOf {
  const ids = useTypesInSight(views);
  const templates = useQueries({
    queries: ids.map((ref) => api.deviceType.get.queryOptions({ input: { ref } })),
    combine: templatesOf,
  });
  return useMemo(() => {
    const byId = new Map(templates);
    return (deviceTypeId, type, face) => {
      const known = deviceTypeId === null ? undefined : byId.get(deviceTypeId);
      return known && partsOnFace(known, type, face);
    };
  }, [templates]);
}
