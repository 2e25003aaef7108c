import { expect, test } from 'vitest';
import type { Slot } from '../../../shared/domain/slot.ts';
import { hardwareWorkspace } from '../../testing/hardware.ts';

const MACHINES = 40;
const DIMMS = 24;
const SLOTS: Slot[] = Array.from({ length: DIMMS }, (_, index) => ({ name: `DIMM${index}`, kind: 'dimm' }));

function codes(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}${1000 + index}`);
}

test('forty servers with 24 DIMMs each, every serial number scanned, are one command and one undo', async () => {
  const client = await hardwareWorkspace();
  await client.deviceType.create({
    record: {
      manufacturer: 'Acme',
      model: 'R24',
      slots: SLOTS,
      build: [{ componentId: 'Samsung M321R4GA3BB6', quantity: DIMMS, slot: 'DIMM0-23' }],
    },
  });
  const dimms = codes('D', MACHINES * DIMMS);
  const input = {
    deviceType: 'Acme R24',
    namesPattern: 'srv[001-040]',
    serials: codes('SN', MACHINES),
    assetTags: codes('AT', MACHINES),
    partSerials: Array.from({ length: MACHINES }, (_, at) => dimms.slice(at * DIMMS, (at + 1) * DIMMS)),
  };
  expect((await client.intake.preview(input)).refused).toBe(0);
  await client.intake.apply(input);
  // 40 × 24 DIMMs, and each in its slot: the last one of the last machine.
  expect((await client.part.list({})).total).toBe(960);
  expect((await client.part.find({ text: 'D1959' }))[0]?.place.text).toBe('srv040, slot DIMM23');
  expect((await client.compute.get({ ref: 'srv040' })).record).toMatchObject({ serial: 'SN1039', assetTag: 'AT1039' });
  await client.history.undo();
  expect((await client.part.list({})).total).toBe(0);
  expect((await client.compute.list({})).total).toBe(0);
});
