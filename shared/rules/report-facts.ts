import type { ComputeReport } from '../domain/compute-report.ts';

export type Fact = readonly [label: string, value: string | null];

/** What a report says of a compute in single words, in the order of paper; `money` writes an amount with its currency. */
export function reportFacts(report: ComputeReport, money: (amount: string, currency: string) => string): Fact[] {
  const cost = (amount: string | null) => (amount === null ? null : money(amount, report.currency));
  const tags = Object.entries(report.tags).map(([key, value]) => (value === '' ? key : `${key}=${value}`));
  return [
    ['Provider', report.provider],
    ['Region', report.region],
    ['Role', report.role],
    ['Owner', report.owner],
    ['Device type', report.deviceType],
    ['Serial number', report.serial],
    ['Asset tag', report.assetTag],
    ['Tags', tags.join(', ')],
    ['Monthly cost', cost(report.monthlyCost)],
    ['Annual cost', cost(report.annualCost)],
    ['Contract end', report.contractEnd],
    ['Renewal date', report.renewalDate],
  ];
}
