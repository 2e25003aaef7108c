import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { Label } from '../../../shared/contract/locate.ts';
import { LABEL_SHEETS, type LabelSheet } from './label-layout.ts';
import type { CodeKind } from './label-measures.ts';

/** What may stand on a label below the name. */
export const LABEL_LINES = [
  { value: 'place', label: 'Place' },
  { value: 'assetTag', label: 'Asset tag' },
  { value: 'serial', label: 'Serial number' },
  { value: 'deviceType', label: 'Device type' },
  { value: 'owner', label: 'Owner' },
] as const satisfies readonly { value: keyof Label; label: string }[];

export type LabelLine = (typeof LABEL_LINES)[number]['value'];

export interface LabelSettings {
  readonly medium: 'sheet' | 'tape';
  readonly code: CodeKind;
  readonly lines: readonly LabelLine[];
  /** Of LABEL_SHEETS; `own`: the sizes in `sheet` were typed. */
  readonly preset: string;
  readonly sheet: LabelSheet;
  /** The first free label of the first sheet, from 1. */
  readonly first: number;
  readonly tapeHeightMm: number;
  readonly tapeLengthMm: number;
}

interface LabelSettingsState extends LabelSettings {
  readonly change: (change: Partial<LabelSettings>) => void;
}

const [COMMON] = LABEL_SHEETS;

/** How labels are printed; kept on this machine, as its printer and its paper are. */
export const useLabelSettings = create<LabelSettingsState>()(
  persist(
    (set) => ({
      medium: 'sheet',
      code: 'qr',
      lines: ['place', 'assetTag'],
      preset: COMMON?.value ?? 'own',
      sheet: COMMON?.sheet ?? {
        columns: 1,
        rows: 1,
        labelWidthMm: 100,
        labelHeightMm: 50,
        gapXMm: 0,
        gapYMm: 0,
        marginLeftMm: 10,
        marginTopMm: 10,
      },
      first: 1,
      tapeHeightMm: 18,
      tapeLengthMm: 60,
      change: (change) => set(change),
    }),
    { name: 'rackwright.labels', version: 1 },
  ),
);
