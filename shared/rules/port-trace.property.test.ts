import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphPort, PortGraph } from './port-graph.ts';
import { tracePort, type TraceStep } from './port-trace.ts';
import { aGraph, aPanel, aPort } from './testing/port-builders.ts';

/** Six hosts, three panels with a trunk, two with single ports; any pairs of ports may be joined, each port once. */
const PORTS: readonly GraphPort[] = [
  ...Array.from({ length: 6 }, (_, index) => aPort(`h${index}/e`, 'interface')),
  ...aPanel('t0', 3, true),
  ...aPanel('t1', 3, true),
  ...aPanel('t2', 3, true),
  ...aPanel('s0', 2, false),
  ...aPanel('s1', 2, false),
];

const graphs: fc.Arbitrary<PortGraph> = fc
  .shuffledSubarray(
    PORTS.map(({ id }) => id),
    { minLength: 2 },
  )
  .map((ids) => {
    const pairs = Array.from(
      { length: Math.floor(ids.length / 2) },
      (_, index) => [ids[index * 2] ?? '', ids[index * 2 + 1] ?? ''] as const,
    );
    return aGraph(PORTS, pairs);
  });

const starts = fc.constantFrom(...PORTS.map(({ id }) => id));

/** Whether the step really leads from one port to the next. */
function joins(graph: PortGraph, step: TraceStep, next: TraceStep): boolean {
  if (step.by === 'cable') return graph.cabled(step.port.id)?.portId === next.port.id;
  return step.port.innerPortId === next.port.id || next.port.innerPortId === step.port.id;
}

test('every step of a trace is a cable or the inside of one panel, and no port comes twice', () => {
  fc.assert(
    fc.property(graphs, starts, (graph, start) => {
      const steps = tracePort(graph, start)?.steps ?? [];
      const ids = steps.map(({ port }) => port.id);
      expect(ids).toContain(start);
      expect(new Set(ids).size).toBe(ids.length);
      for (const [index, step] of steps.entries()) {
        const next = steps[index + 1];
        if (next) expect(joins(graph, step, next)).toBe(true);
        else expect(step.by).toBeNull();
      }
    }),
  );
});

test('two ends that find each other see the same path, the other way round', () => {
  fc.assert(
    fc.property(graphs, starts, (graph, start) => {
      const trace = tracePort(graph, start);
      const [first, last] = [trace?.steps[0], trace?.steps.at(-1)];
      const forwards = tracePort(graph, first?.port.id ?? '');
      const backwards = tracePort(graph, last?.port.id ?? '');
      // An end on a trunk itself carries all its positions and cannot know which one is asked for.
      fc.pre(Boolean(trace?.complete && forwards?.complete && backwards?.complete));
      const ids = (steps: readonly TraceStep[] = []) => steps.map(({ port }) => port.id);
      expect(ids(backwards?.steps).toReversed()).toEqual(ids(forwards?.steps));
    }),
  );
});
