/** Paper of reports; their page rules lie in print.css. */
export const PAPERS = [
  { value: 'report-portrait', label: 'A4 portrait' },
  { value: 'report-landscape', label: 'A4 landscape' },
];

/** Rows that a window and a PDF hold without trouble; files have all. */
export const ROWS_ON_PAPER = 5000;
