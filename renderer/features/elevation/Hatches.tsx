const STEP = 7;

/** The id of a pattern inside a drawing; ids are per drawing, because several lie on one page. */
export function hatchId(drawing: string, kind: 'reserved' | 'blocked'): string {
  return `${drawing}-${kind}`;
}

/** Hatching for what is held and for what another face blocks: different slants, not only different colours. */
export function Hatches({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={hatchId(id, 'reserved')} width={STEP} height={STEP} patternUnits="userSpaceOnUse">
        <rect width={STEP} height={STEP} style={{ fill: 'var(--attention-soft)' }} />
        <path
          d={`M-1 ${STEP + 1}L${STEP + 1} -1M-1 1L1 -1M${STEP - 1} ${STEP + 1}L${STEP + 1} ${STEP - 1}`}
          style={{ stroke: 'var(--attention)', strokeWidth: 1, strokeOpacity: 0.55 }}
        />
      </pattern>
      <pattern id={hatchId(id, 'blocked')} width={STEP} height={STEP} patternUnits="userSpaceOnUse">
        <path
          d={`M-1 -1L${STEP + 1} ${STEP + 1}M-1 ${STEP - 1}L1 ${STEP + 1}M${STEP - 1} -1L${STEP + 1} 1`}
          style={{ stroke: 'var(--line-color)', strokeWidth: 1 }}
        />
      </pattern>
    </defs>
  );
}
