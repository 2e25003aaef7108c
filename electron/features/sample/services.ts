import { sampleRow, type SampleRow } from './sample-row.ts';
import type { ServicePlan } from './service-plan.ts';
import { BUSINESS_SERVICES } from './services-business.ts';
import { INFEASIBLE_SERVICES } from './services-infeasible.ts';
import { PLATFORM_SERVICES } from './services-platform.ts';

export const SERVICE_PLANS: readonly ServicePlan[] = [
  ...BUSINESS_SERVICES,
  ...PLATFORM_SERVICES,
  ...INFEASIBLE_SERVICES,
];

export function services(): SampleRow[] {
  return SERVICE_PLANS.map(({ name, description, owner, minimum, maximum, ports, rules, tags }) =>
    sampleRow(
      'service',
      name,
      {
        name,
        description,
        owner,
        minSpec: minimum,
        maxSpec: maximum,
        placement: rules,
        ...(ports ? { ports } : {}),
      },
      tags ? { ...tags } : undefined,
    ),
  );
}
