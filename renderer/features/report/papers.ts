/** Paper of reports; their page rules lie in features/print/print.css. */
export const PAPERS = [
  { value: 'report-portrait', label: 'A4 portrait' },
  { value: 'report-landscape', label: 'A4 landscape' },
];
