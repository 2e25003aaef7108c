import { sumMoney } from '../domain/money.ts';

/** What a year costs: the annual cost where it is known, else twelve months; 0 where neither is. Decimal text. */
export function costPerYear(monthlyCost: string | null, annualCost: string | null): string {
  if (annualCost !== null) return annualCost;
  return monthlyCost === null ? '0' : sumMoney(Array.from({ length: 12 }, () => monthlyCost));
}
