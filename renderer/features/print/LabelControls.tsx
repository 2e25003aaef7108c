import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { Segments } from '../elevation/Segments.tsx';
import { LABEL_SHEETS, type LabelSheet } from './label-layout.ts';
import type { CodeKind } from './label-measures.ts';
import { LABEL_LINES, useLabelSettings, type LabelSettings } from './label-settings.ts';
import styles from './Labels.module.css';

const MEDIA: { value: LabelSettings['medium']; label: string }[] = [
  { value: 'sheet', label: 'Sheet' },
  { value: 'tape', label: 'Tape' },
];

const CODES: { value: CodeKind; label: string }[] = [
  { value: 'qr', label: 'QR' },
  { value: 'bar', label: 'Code 128' },
];

const OWN = { value: 'own', label: 'Own sizes' };

interface SizeField {
  readonly key: keyof LabelSheet;
  readonly label: string;
  readonly least: number;
  readonly most: number;
}

const SIZE_FIELDS: readonly SizeField[] = [
  { key: 'columns', label: 'Columns', least: 1, most: 20 },
  { key: 'rows', label: 'Rows', least: 1, most: 60 },
  { key: 'labelWidthMm', label: 'Width (mm)', least: 5, most: 210 },
  { key: 'labelHeightMm', label: 'Height (mm)', least: 5, most: 297 },
  { key: 'gapXMm', label: 'Gap across (mm)', least: 0, most: 100 },
  { key: 'gapYMm', label: 'Gap down (mm)', least: 0, most: 100 },
  { key: 'marginLeftMm', label: 'Left edge (mm)', least: 0, most: 100 },
  { key: 'marginTopMm', label: 'Upper edge (mm)', least: 0, most: 100 },
];

interface NumberFieldProps {
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
  readonly onChange: (value: number) => void;
}

/** A figure within bounds; what is typed beyond them is not taken. */
function NumberField({ label, value, least, most, whole = false, onChange }: NumberFieldProps) {
  return (
    <NumberInput
      className={styles.number}
      label={label}
      value={value}
      min={least}
      max={most}
      step={whole ? 1 : 0.5}
      allowDecimal={!whole}
      onChange={(typed) => typeof typed === 'number' && typed >= least && typed <= most && onChange(typed)}
    />
  );
}

/** What is printed on labels, and on what. */
export function LabelControls() {
  const { medium, code, lines, change } = useLabelSettings();
  return (
    <>
      <Segments label="Labels on" options={MEDIA} value={medium} onChange={(value) => change({ medium: value })} />
      {medium === 'sheet' ? <SheetControls /> : <TapeControls />}
      <Segments label="Code" options={CODES} value={code} onChange={(value) => change({ code: value })} />
      {LABEL_LINES.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={lines.includes(value)}
          onChange={({ currentTarget: { checked } }) =>
            change({
              lines: LABEL_LINES.map((line) => line.value).filter((line) =>
                line === value ? checked : lines.includes(line),
              ),
            })
          }
        />
      ))}
    </>
  );
}

function SheetControls() {
  const { preset, sheet, first, change } = useLabelSettings();
  const choose = (value: string) => {
    const known = LABEL_SHEETS.find((one) => one.value === value);
    change({ preset: value, ...(known ? { sheet: known.sheet } : {}) });
  };
  return (
    <>
      <NativeSelect
        aria-label="Sheet of labels"
        data={[...LABEL_SHEETS.map(({ value, label }) => ({ value, label })), OWN]}
        value={preset}
        onChange={({ currentTarget: { value } }) => choose(value)}
      />
      {preset === OWN.value
        ? SIZE_FIELDS.map(({ key, ...field }) => (
            <NumberField
              key={key}
              {...field}
              whole={key === 'columns' || key === 'rows'}
              value={sheet[key]}
              onChange={(value) => change({ sheet: { ...sheet, [key]: value } })}
            />
          ))
        : null}
      <NumberField
        label="First label"
        value={first}
        least={1}
        most={sheet.columns * sheet.rows}
        whole
        onChange={(value) => change({ first: value })}
      />
    </>
  );
}

function TapeControls() {
  const { tapeHeightMm, tapeLengthMm, change } = useLabelSettings();
  return (
    <>
      <NumberField
        label="Tape (mm)"
        value={tapeHeightMm}
        least={6}
        most={100}
        onChange={(value) => change({ tapeHeightMm: value })}
      />
      <NumberField
        label="Length (mm)"
        value={tapeLengthMm}
        least={15}
        most={300}
        onChange={(value) => change({ tapeLengthMm: value })}
      />
    </>
  );
}
