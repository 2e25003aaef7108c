import type { ReadDatabase } from '../../db/connection.ts';

export interface DueCompute {
  readonly computeId: string;
  readonly compute: string;
  readonly kind: 'contract end' | 'renewal';
  readonly date: string;
  readonly provider: string | null;
  readonly owner: string | null;
  readonly monthlyCost: string | null;
  readonly annualCost: string | null;
  readonly currency: string;
}

const COLUMNS = `compute.id AS computeId, compute.name AS compute, compute.provider, compute.owner,
  compute.monthly_cost AS monthlyCost, compute.annual_cost AS annualCost, ifnull(compute.currency, setting.currency) AS currency`;

/** Contract ends and renewals between two days, both included, soonest first. */
export function dueBetween(database: ReadDatabase, from: string, to: string): DueCompute[] {
  return database
    .prepare<{ from: string; to: string }, DueCompute>(
      `SELECT ${COLUMNS}, 'contract end' AS kind, compute.contract_end AS date FROM compute, setting
       WHERE compute.contract_end BETWEEN :from AND :to
       UNION ALL
       SELECT ${COLUMNS}, 'renewal', compute.renewal_date FROM compute, setting
       WHERE compute.renewal_date BETWEEN :from AND :to
       ORDER BY date, compute, kind`,
    )
    .all({ from, to });
}

export interface CostRow {
  readonly value: string | null;
  readonly currency: string;
  readonly monthlyCost: string | null;
  readonly annualCost: string | null;
}

const GROUPS: Readonly<Record<string, string>> = {
  provider: 'compute.provider',
  region: 'compute.region',
  role: 'compute.role',
  owner: 'compute.owner',
  type: 'compute.type',
  state: 'compute.state',
  group: '(SELECT name FROM resource_group WHERE id = compute.group_id)',
  'group tree': 'payer.name',
  all: 'NULL',
};

/** Each compute once for every group that it, or a group around it, belongs to. */
const PAYERS = `LEFT JOIN (
    WITH RECURSIVE within (id, payer_id) AS (
      SELECT id, id FROM resource_group
      UNION SELECT resource_group.id, within.payer_id FROM resource_group JOIN within ON resource_group.parent_id = within.id
    ) SELECT within.id, resource_group.name FROM within JOIN resource_group ON resource_group.id = within.payer_id
  ) AS payer ON payer.id = compute.group_id`;

/** The costs of the computes `ids` (null: of all that have any), each with the value it is grouped by. */
export function costsBy(database: ReadDatabase, by: string, ids: readonly string[] | null): CostRow[] {
  const tagKey = by.startsWith('tag:') ? by.slice(4) : '';
  const value = GROUPS[by] ?? '(SELECT value FROM tag WHERE object_id = compute.id AND key = :tagKey)';
  return database
    .prepare<{ tagKey: string; ids: string | null }, CostRow>(
      `SELECT ${value} AS value, ifnull(compute.currency, setting.currency) AS currency,
         compute.monthly_cost AS monthlyCost, compute.annual_cost AS annualCost
       FROM setting, compute ${by === 'group tree' ? PAYERS : ''}
       WHERE (compute.monthly_cost IS NOT NULL OR compute.annual_cost IS NOT NULL)
         AND (:ids IS NULL OR compute.id IN (SELECT value FROM json_each(:ids))) AND :tagKey IS NOT NULL`,
    )
    .all({ tagKey, ids: ids === null ? null : JSON.stringify(ids) });
}
