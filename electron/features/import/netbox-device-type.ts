import { AIRFLOWS, deviceType } from '../../../shared/domain/device-type.ts';
import type { DraftOf } from '../../../shared/domain/noun.ts';
import { fieldBounds, fieldLength, readWeightGrams, setGiven } from './netbox-common.ts';
import { type NetBoxSource, SourceRefusal } from './netbox-source.ts';
import { readTemplates, statedDrawWatts } from './netbox-templates.ts';

export type DeviceTypeDraft = DraftOf<typeof deviceType>;

const SUBDEVICE_ROLES = [
  { value: 'parent', label: 'Chassis with bays' },
  { value: 'child', label: 'Fits a device bay' },
] as const;

/** A NetBox device type as a draft. Keys the file does not give are left out, so an update leaves those fields alone. */
export function readDeviceType(source: NetBoxSource): DeviceTypeDraft {
  const draft: DeviceTypeDraft = {
    manufacturer: source.requiredText('manufacturer', fieldLength(deviceType, 'manufacturer')),
    model: source.requiredText('model', fieldLength(deviceType, 'model')),
    templates: readTemplates(source),
  };
  setGiven(draft, 'partNumber', source.text('part_number', fieldLength(deviceType, 'partNumber')));
  setGiven(draft, 'slug', source.text('slug', fieldLength(deviceType, 'slug')));
  setGiven(draft, 'heightHalfU', readHeightHalfU(source));
  setGiven(draft, 'fullDepth', source.flag('is_full_depth'));
  setGiven(draft, 'weightGrams', readWeightGrams(source, fieldBounds(deviceType, 'weightGrams')));
  setGiven(draft, 'airflow', source.choice('airflow', AIRFLOWS));
  setGiven(draft, 'subdeviceRole', source.choice('subdevice_role', SUBDEVICE_ROLES));
  setGiven(draft, 'powerWatts', readPowerWatts(draft));
  setGiven(draft, 'comments', source.multiline('comments', fieldLength(deviceType, 'comments')));
  draft.extra = source.rest();
  return draft;
}

function readHeightHalfU(source: NetBoxSource): number | null {
  const { minimum, maximum } = fieldBounds(deviceType, 'heightHalfU');
  const heightU = source.number('u_height', { minimum: minimum / 2, maximum: maximum / 2 }, 0.5);
  return heightU === null ? null : heightU * 2;
}

function readPowerWatts(draft: DeviceTypeDraft): number | null {
  const watts = statedDrawWatts(draft.templates ?? {});
  const { maximum } = fieldBounds(deviceType, 'powerWatts');
  if (watts === null || watts <= maximum) return watts;
  throw new SourceRefusal(
    `The maximum_draw of all power-ports must add up to at most ${maximum.toLocaleString('en')} W; ${watts} was given.`,
    ['power-ports'],
  );
}
