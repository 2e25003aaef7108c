import type { AmountColumn } from './columns.ts';
import type { CompiledPlan } from './compiled-plan.ts';

const [CORES, MEMORY] = [0, 1];

/** Cores and memory after booking the whole max: enough to see that a row is unbalanced, without its other shares. */
export interface BalanceLook {
  readonly cores: AmountColumn;
  readonly coresUsed: AmountColumn;
  readonly coresAdded: number;
  readonly memory: AmountColumn;
  readonly memoryUsed: AmountColumn;
  readonly memoryAdded: number;
  readonly measured: Uint8Array<ArrayBuffer>;
}

export function balanceLook({ columns, demand }: CompiledPlan): BalanceLook {
  const none = new Int32Array(0);
  const added = (resource: number): number => demand.quantity * (demand.max[resource] ?? 0);
  return {
    cores: columns.total[CORES] ?? none,
    coresUsed: columns.used[CORES] ?? none,
    coresAdded: added(CORES),
    memory: columns.total[MEMORY] ?? none,
    memoryUsed: columns.used[MEMORY] ?? none,
    memoryAdded: added(MEMORY),
    measured: columns.measured,
  };
}

/**
 * Whether cores and memory alone lie too far apart for an imbalance this small: of n shares with standard deviation σ no
 * two differ by more than σ·√(2n). Written without division: a/c and b/d differ by more than x exactly when
 * |a·d - b·c| > x·c·d. False does not say that the row is balanced.
 */
export function isLessBalanced(look: BalanceLook, row: number, imbalance: number): boolean {
  const cores = look.cores[row] ?? 0;
  const memory = look.memory[row] ?? 0;
  if (cores === 0 || memory === 0) return false;
  const coresAfter = Math.min(cores, (look.coresUsed[row] ?? 0) + look.coresAdded);
  const memoryAfter = Math.min(memory, (look.memoryUsed[row] ?? 0) + look.memoryAdded);
  const apart = coresAfter * memory - memoryAfter * cores;
  const allowed = imbalance * cores * memory;
  // Both sides squared, so that the square root of 2n need not be taken.
  return apart * apart > 2 * (look.measured[row] ?? 0) * allowed * allowed;
}

/** Every share after booking the whole max, for rows that the look at two of them did not settle. */
export interface WholeBalance {
  readonly totals: readonly AmountColumn[];
  readonly used: readonly AmountColumn[];
  readonly added: readonly number[];
}

export function wholeBalance({ columns, demand }: CompiledPlan): WholeBalance {
  const added = demand.max.map((amount) => demand.quantity * amount);
  return { totals: columns.total, used: columns.used, added };
}

/** Whether a row's shares deviate from their mean by more than `imbalance`; errs by rounding only. */
export function isMoreImbalanced({ totals, used, added }: WholeBalance, row: number, imbalance: number): boolean {
  let sum = 0;
  let squares = 0;
  let measured = 0;
  for (let resource = 0; resource < added.length; resource++) {
    const total = totals[resource]?.[row] ?? 0;
    if (total <= 0) continue;
    const after = (used[resource]?.[row] ?? 0) + (added[resource] ?? 0);
    const share = after < total ? after / total : 1;
    sum += share;
    squares += share * share;
    measured++;
  }
  return squares * measured - sum * sum > imbalance * imbalance * measured * measured;
}
