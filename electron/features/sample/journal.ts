import type { JournalCategory } from '../../../shared/domain/journal-entry.ts';
import type { NounName } from '../../../shared/domain/nouns.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';

interface Entry {
  readonly noun: NounName;
  readonly name: string;
  readonly at: string;
  readonly category: JournalCategory;
  readonly by: string;
  readonly content: string;
}

const ENTRIES: readonly Entry[] = [
  {
    noun: 'rack',
    name: 'B04',
    at: '2026-02-11T09:20:00Z',
    category: 'hardware',
    by: 'Jana Kovacs',
    content: 'Second chassis mounted; blades 17 to 22 moved in from the old room.',
  },
  {
    noun: 'equipment',
    name: 'ams1-fw-02',
    at: '2026-03-04T22:41:00Z',
    category: 'incident',
    by: 'Sam Ortiz',
    content: [
      'Stopped answering; **ams1-fw-01 took over** within two seconds.',
      '',
      '- both power supplies lit, no console output',
      '- replacement asked for, case 4471',
    ].join('\n'),
  },
  {
    noun: 'equipment',
    name: 'ams1-fw-02',
    at: '2026-03-05T08:05:00Z',
    category: 'maintenance',
    by: 'Sam Ortiz',
    content: 'The maker sends a new mainboard; the firewall stays in its units until then.',
  },
  {
    noun: 'compute',
    name: 'ams1-db-02',
    at: '2026-03-18T13:30:00Z',
    category: 'deployment',
    by: 'Priya Nair',
    content: 'Took the reporting replica over for the quarter, so its cores are booked beyond what it has.',
  },
  {
    noun: 'compute',
    name: 'fra1-hv-03',
    at: '2026-04-02T06:15:00Z',
    category: 'maintenance',
    by: 'Jana Kovacs',
    content: 'Board and controllers brought to the newest release; back after two restarts.',
  },
  {
    noun: 'service',
    name: 'payments-api',
    at: '2026-04-09T16:00:00Z',
    category: 'deployment',
    by: 'Priya Nair',
    content: 'Raised to its size for the spring sale.',
  },
  {
    noun: 'rack',
    name: 'E04',
    at: '2026-04-20T10:00:00Z',
    category: 'other',
    by: 'Jana Kovacs',
    content: 'Empty and swept; the lower half is held for the second GPU cluster.',
  },
];

/** What people have written down so far. */
export function journalRows(): SampleRow[] {
  return ENTRIES.map(({ noun, name, at, category, by, content }) =>
    sampleRow('journalEntry', `${name} ${at}`, {
      objectId: keyOf(noun, name),
      at: at.replace('Z', '.000Z'),
      category,
      content,
      createdBy: by,
    }),
  );
}
