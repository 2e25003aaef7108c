import type { PortTemplates, TemplateKind } from '../domain/port-templates.ts';
import type { PortKind } from '../domain/port.ts';

/** The port that a name means in a list: `Ethernet1/4` → 4; null when it ends in no number, or in 0. */
export function trailingNumber(name: string): number | null {
  const digits = /(\d+)$/.exec(name.trim())?.[1];
  const number = digits === undefined ? 0 : Number(digits);
  return number >= 1 && number <= 100_000 ? number : null;
}

/** `port 4`, `outlet 5`: by number where the name ends in that number, else by the name itself: `port xe-0/0/3`. */
export function portText(port: {
  readonly kind: PortKind;
  readonly name: string;
  readonly number: number | null;
}): string {
  if (port.kind === 'power-feed') return `feed ${port.name}`;
  if (port.kind === 'circuit-termination') return `circuit ${port.name}`;
  const word = port.kind === 'power-outlet' ? 'outlet' : 'port';
  const named = port.number !== null && trailingNumber(port.name) === port.number;
  return `${word} ${named ? port.number : port.name}`;
}

/** A port that a device type declares, not made yet. `inner` names the port it leads to inside, by kind and name. */
export interface PortPlan {
  readonly kind: PortKind;
  readonly name: string;
  readonly label: string | null;
  readonly type: string | null;
  readonly number: number | null;
  readonly managementOnly: boolean;
  readonly maximumDrawWatts: number | null;
  readonly allocatedDrawWatts: number | null;
  readonly feedLeg: 'A' | 'B' | 'C' | null;
  readonly positions: number;
  readonly innerPosition: number | null;
  readonly inner: { readonly kind: PortKind; readonly name: string } | null;
}

/** Inner ports come before the ports that lead to them. */
const TEMPLATE_PORTS: readonly (readonly [TemplateKind, PortKind])[] = [
  ['interfaces', 'interface'],
  ['console-ports', 'console-port'],
  ['console-server-ports', 'console-server-port'],
  ['power-ports', 'power-port'],
  ['power-outlets', 'power-outlet'],
  ['rear-ports', 'rear-port'],
  ['front-ports', 'front-port'],
];

type Template = Readonly<Record<string, unknown>> & { readonly name: string };

function text(template: Template, key: string, maximum: number): string | null {
  const value = template[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, maximum) : null;
}

function whole(template: Template, key: string, minimum: number, maximum: number): number | null {
  const value = template[key];
  return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum ? value : null;
}

function leg(template: Template): 'A' | 'B' | 'C' | null {
  const value = template['feed_leg'];
  return value === 'A' || value === 'B' || value === 'C' ? value : null;
}

function innerOf(kind: PortKind, template: Template): PortPlan['inner'] {
  const rear = kind === 'front-port' ? text(template, 'rear_port', 200) : null;
  if (rear !== null) return { kind: 'rear-port', name: rear };
  const inlet = kind === 'power-outlet' ? text(template, 'power_port', 200) : null;
  return inlet === null ? null : { kind: 'power-port', name: inlet };
}

/** Counts from 1 as listed, management ports last, so that port 4 of a switch is its fourth data port. */
function numbers(templates: readonly Template[]): Map<Template, number> {
  const last = templates.filter((template) => template['mgmt_only'] === true);
  const first = templates.filter((template) => template['mgmt_only'] !== true);
  return new Map([...first, ...last].map((template, index) => [template, index + 1]));
}

/** The ports that the templates of a device type declare, rear ports and inlets before what leads to them. Names that repeat are taken once. */
export function plannedPorts(templates: PortTemplates): PortPlan[] {
  return TEMPLATE_PORTS.flatMap(([list, kind]) => {
    const entries: readonly Template[] = templates[list] ?? [];
    const seen = new Set<string>();
    const unique = entries.filter(({ name }) => {
      const key = name.trim().toLowerCase();
      return key !== '' && !seen.has(key) && Boolean(seen.add(key));
    });
    const numbered = numbers(unique);
    return unique.map((template) => ({
      kind,
      name: template.name.trim().slice(0, 200),
      label: text(template, 'label', 200),
      type: text(template, 'type', 100),
      number: numbered.get(template) ?? null,
      managementOnly: template['mgmt_only'] === true,
      maximumDrawWatts: whole(template, 'maximum_draw', 0, 1_000_000),
      allocatedDrawWatts: whole(template, 'allocated_draw', 0, 1_000_000),
      feedLeg: leg(template),
      positions: whole(template, 'positions', 1, 1024) ?? 1,
      innerPosition: kind === 'front-port' ? (whole(template, 'rear_port_position', 1, 1024) ?? 1) : null,
      inner: innerOf(kind, template),
    }));
  });
}
