import type { Candidate, PlanRequest } from '../../shared/domain/plan.ts';
import { accept } from './accept.ts';
import { candidateOf } from './candidate.ts';
import type { PlannerColumns } from './columns.ts';
import { compilePlan, type CompiledPlan } from './compiled-plan.ts';
import { readRoom, resourceFailures } from './demand.ts';
import { createFigures, readFigures, type Figures } from './figures.ts';
import { RESOURCE_BITS } from './patterns.ts';
import type { TopologyTally } from './topology.ts';

/**
 * Whether one more instance of a service fits, compute by compute, while instances of it are placed one after another on
 * the same columns. Placing one changes the room and the spread of its own row and the counts of the topology; all other
 * rules stay as they were, so they are looked at once. Amounts are read afresh, so other services may be placed between.
 */
export class InstanceRules {
  /** One per topology spread; null where no compute has its key. */
  readonly topologies: readonly (TopologyTally | null)[];
  readonly #columns: PlannerColumns;
  readonly #serviceId: string;
  readonly #figures = createFigures();
  /** Per pattern of failed rules: whether nothing else than spread and topology fails. */
  readonly #lasting: readonly boolean[];
  #plan: CompiledPlan;

  /** `request` is for one instance; its service needs an id to count its own spread by. */
  constructor(columns: PlannerColumns, request: PlanRequest, serviceId: string) {
    const plan = compilePlan(columns, { ...request, quantity: 1, service: { ...request.service, id: serviceId } });
    this.#columns = columns;
    this.#serviceId = serviceId;
    this.#plan = plan;
    this.topologies = plan.rowRules.flatMap((rule) => (rule.kind === 'topology' ? [rule.limit.tally] : []));
    const isLasting = (rule: number): boolean => !['spread', 'topology'].includes(plan.rowRules[rule]?.kind ?? '');
    this.#lasting = plan.patterns.members.map((failed) => !failed.some(isLasting));
  }

  /** Every rule but the topology's. */
  fits(row: number): boolean {
    const { patterns, demand, bookings, request } = this.#plan;
    const code = patterns.codes[row] ?? -1;
    if (code < 0 || this.#lasting[code >> RESOURCE_BITS] !== true) return false;
    const booking = bookings.get(row) ?? null;
    const { spreadMax } = request.service.placement;
    if (spreadMax > 0 && (booking?.quantity ?? 0) + 1 > spreadMax) return false;
    const { room } = this.#figures.allotment;
    readRoom(room, this.#columns, demand, row);
    return resourceFailures(room, demand, booking) === 0;
  }

  /** Whether every topology spread lets this row take one more. */
  topologyAdmits(row: number): boolean {
    return this.topologies.every((tally) => tally?.admits(tally.codes[row] ?? 0) ?? false);
  }

  /** The figures of a row that fits; good until the next call. */
  figuresAt(row: number): Figures {
    readFigures(this.#figures, this.#plan, row);
    return this.#figures;
  }

  /** A row that fits as a candidate of its own. */
  candidateAt(row: number): Candidate {
    return candidateOf(this.#plan, this.figuresAt(row), 1);
  }

  /** Books what a candidate of these rules shows. */
  accept(row: number, candidate: Candidate): void {
    accept(this.#columns, this.#serviceId, candidate);
    const bookings = this.#columns.bookings.get(this.#serviceId);
    if (bookings && bookings !== this.#plan.bookings) this.#plan = { ...this.#plan, bookings };
    for (const tally of this.topologies) tally?.add(tally.codes[row] ?? 0, candidate.quantity);
  }
}
