import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Label } from '../../../shared/contract/locate.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { counted } from '../../ui/format.ts';
import { hrefOf, useLocation } from '../../ui/location.ts';
import { useSelection } from '../noun/selection-store.ts';
import { codeDrawing } from './code-drawing.ts';
import { LabelBox } from './LabelBox.tsx';
import { LabelControls } from './LabelControls.tsx';
import { sheetPages, sheetProblem } from './label-layout.ts';
import { isReadable, labelMeasures } from './label-measures.ts';
import { useLabelSettings } from './label-settings.ts';
import styles from './Labels.module.css';
import { PrintFrame } from './PrintFrame.tsx';
import { useTapePage } from './use-tape-page.ts';

function goBack(): void {
  window.history.back();
}

/** Labels of the devices selected in a list (`?of=compute`) or mounted in racks (`?racks=ID,ID`). */
export function LabelsPage() {
  const { query } = useLocation();
  const [selected] = useSelection(query['of'] ?? '');
  const racks = (query['racks'] ?? '').split(',').filter(Boolean);
  const devices = [...selected];
  const wanted = devices.length + racks.length > 0;
  const { data, error } = useQuery({
    ...api.locate.labels.queryOptions({ input: { devices, racks } }),
    enabled: wanted,
  });
  if (error) return <EmptyState title="Labels cannot be made">{failureFrom(error).message}</EmptyState>;
  if (!wanted || data?.length === 0)
    return (
      <EmptyState
        title="There is nothing to label"
        actions={<a href={hrefOf(['fleet', 'compute'])}>Go to the fleet</a>}
      >
        Select devices in a list, or open a rack that has some.
      </EmptyState>
    );
  return data ? <LabelsToPrint labels={data} /> : null;
}

/** A sentence about codes that readers will not read at this size, or null. */
function useFineCodes(labels: readonly Label[]): string | null {
  const { medium, sheet, tapeHeightMm, tapeLengthMm, code } = useLabelSettings();
  const [widthMm, heightMm] =
    medium === 'sheet' ? [sheet.labelWidthMm, sheet.labelHeightMm] : [tapeLengthMm, tapeHeightMm];
  const drawings = useMemo(
    () => labels.flatMap(({ link, code: text }) => codeDrawing(code, code === 'qr' ? link : text) ?? []),
    [labels, code],
  );
  const { codeWidthMm } = labelMeasures(code, 1, widthMm, heightMm);
  const fine = drawings.filter((drawing) => !isReadable(code, drawing, codeWidthMm)).length;
  if (fine === 0) return null;
  return `${counted(fine, 'code is', 'codes are')} too fine to be read at this size; choose larger labels or another code.`;
}

function LabelsToPrint({ labels }: { readonly labels: readonly Label[] }) {
  const { medium, sheet, tapeHeightMm, tapeLengthMm } = useLabelSettings();
  const fine = useFineCodes(labels);
  const problem = (medium === 'sheet' ? sheetProblem(sheet) : null) ?? fine;
  useTapePage(tapeLengthMm, tapeHeightMm, medium === 'tape');
  return (
    <PrintFrame
      label="Print labels"
      title={counted(labels.length, 'label', 'labels')}
      fileName="Labels"
      controls={
        <>
          <LabelControls />
          {problem === null ? null : (
            <p role="alert" className={styles.problem}>
              {problem}
            </p>
          )}
        </>
      }
      onClose={goBack}
    >
      {medium === 'sheet' ? <Sheets labels={labels} /> : <Tape labels={labels} />}
    </PrintFrame>
  );
}

function Sheets({ labels }: { readonly labels: readonly Label[] }) {
  const { sheet, first, code, lines } = useLabelSettings();
  return (
    <div className="print-paper" data-paper="label-sheet">
      {sheetPages(sheet, labels.length, first).map((places) => (
        <div key={places[0]?.index} className={styles.page}>
          {places.map(({ index, xMm, yMm }) => {
            const label = labels[index];
            if (!label) return null;
            return (
              <div key={label.id} className={styles.place} style={{ left: `${xMm}mm`, top: `${yMm}mm` }}>
                <LabelBox
                  label={label}
                  code={code}
                  lines={lines}
                  widthMm={sheet.labelWidthMm}
                  heightMm={sheet.labelHeightMm}
                />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Tape({ labels }: { readonly labels: readonly Label[] }) {
  const { tapeHeightMm, tapeLengthMm, code, lines } = useLabelSettings();
  return (
    <div className="print-paper" data-paper="label-tape">
      {labels.map((label) => (
        <div
          key={label.id}
          className={styles.strip}
          style={{ width: `${tapeLengthMm}mm`, height: `${tapeHeightMm}mm` }}
        >
          <LabelBox label={label} code={code} lines={lines} widthMm={tapeLengthMm} heightMm={tapeHeightMm} />
        </div>
      ))}
    </div>
  );
}
