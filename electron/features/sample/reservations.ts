import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';

/** Units above what is mounted, held for those who have ordered something. */
export function reservationRows(): SampleRow[] {
  return [
    sampleRow('rackReservation', 'E04 cluster', {
      rackId: keyOf('rack', 'E04'),
      positionHalfU: 0,
      heightHalfU: 40,
      reservedFor: 'Machine Learning',
      notes: 'The second GPU cluster, ordered for the coming year.',
    }),
    sampleRow('rackReservation', 'E03 router', {
      rackId: keyOf('rack', 'E03'),
      positionHalfU: 72,
      heightHalfU: 8,
      reservedFor: 'Network',
      until: '2029-12-31',
    }),
    sampleRow('rackReservation', 'C02 cache', {
      rackId: keyOf('rack', 'C02'),
      positionHalfU: 70,
      heightHalfU: 8,
      reservedFor: 'Web Platform',
      until: '2029-06-30',
    }),
  ];
}
