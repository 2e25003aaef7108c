import type { ComputeReport } from '../domain/compute-report.ts';
import { formatQuantity } from '../domain/units.ts';
import { allocatedText } from './allocated-text.ts';
import { oneLine } from './one-line.ts';
import { reportFacts, type Fact } from './report-facts.ts';
import { reportSections, type ReportSection, type ReportTable, type ReportWords } from './report-sections.ts';

function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#~]/g, (character) => `\\${character}`);
}

/** Text as it is, inside a Markdown line or cell. */
export function markdownText(text: string): string {
  return escaped(text).replaceAll(/\s*\n\s*/g, ' ');
}

/** Text of several lines as it is, each on a line of its own. */
export function markdownLines(text: string): string {
  return text.trim().split(/\s*\n/).map(escaped).join('  \n');
}

/** Markdown of a person without what a viewer would run or fetch: HTML, pictures and odd links stand there as they were typed. */
function withoutMarkup(markdown: string): string {
  return markdown
    .replaceAll(/<(?=[A-Za-z/!?])/g, '\\<')
    .replaceAll('![', '!\\[')
    .replaceAll(/\]\((?!\s*(?:https?:\/\/|mailto:|#))/g, ']\\(')
    .replaceAll(/\]:(?!\s*(?:https?:\/\/|mailto:|#))/g, ']\\:');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(heads) + line(heads.map(() => '---')) + rows.map(line).join('');
}

function section(title: string, body: string): string {
  return body === '' ? '' : `\n## ${title}\n\n${body}`;
}

function cell(value: string | number | null): string {
  return value === null || value === '' ? '–' : markdownText(String(value));
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

function facts(report: ComputeReport): string {
  const lines: readonly Fact[] = [
    ['Type', report.type],
    ['State', report.state],
    ['Place', report.place],
    ...reportFacts(report, (amount, currency) => `${amount} ${currency}`),
  ];
  const known = lines.filter(([, value]) => value !== null && value !== '');
  return known.map(([label, value]) => `- **${label}**: ${markdownText(value ?? '')}\n`).join('');
}

const WORDS: ReportWords = { count: String, quantity: formatQuantity, share: percent, allocated: allocatedText };

function markdownTable({ columns, rows }: ReportTable): string {
  return table(
    columns.map(({ label }) => label),
    rows.map((cells) => cells.map(cell)),
  );
}

function markdownSection({ title, line, tables }: ReportSection): string {
  const body = tables.map(markdownTable).join('\n');
  return section(title, line === undefined ? body : `${line}\n\n${body}`);
}

function journal(report: ComputeReport, whole: boolean): string {
  const { journal: entries, journalCount } = report;
  if (entries.length === 0) return '';
  if (whole)
    return entries
      .map(({ at, category, createdBy, content, format }) => {
        const body = format === 'markdown' ? withoutMarkup(content) : markdownLines(content);
        return `### ${at} · ${category} · ${markdownText(createdBy ?? 'unknown')}\n\n${body.trim()}\n`;
      })
      .join('\n');
  const rows = entries.map(({ at, category, createdBy, content }) => [
    at,
    category,
    cell(createdBy),
    cell(oneLine(content, 80)),
  ]);
  const more = journalCount > entries.length ? `\nThe newest ${entries.length} of ${journalCount} entries.\n` : '';
  return table(['Time (UTC)', 'Category', 'By', 'Entry'], rows) + more;
}

/** A compute's report as Markdown; `wholeJournal` prints entries in full instead of a line each. */
export function reportMarkdown(report: ComputeReport, wholeJournal: boolean): string {
  const findings = report.findings.map((finding) => `- ${markdownText(finding)}\n`).join('');
  const [resources, ...others] = reportSections(report, WORDS);
  return [
    `# ${markdownText(report.name)}\n\n${facts(report)}`,
    markdownSection(resources),
    section('Findings', findings),
    ...others.map(markdownSection),
    section('Notes', report.notes === null ? '' : `${markdownLines(report.notes)}\n`),
    section('Journal', journal(report, wholeJournal)),
  ].join('');
}
