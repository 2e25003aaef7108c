import type { FreeSpaceInput } from '../../../shared/contract/hall.ts';
import { parseQuantity } from '../../../shared/domain/units.ts';

/** What is typed into the finder; empty fields ask for nothing. */
export interface FreeSpaceDraft {
  readonly height: string;
  readonly quantity: string;
  readonly watts: string;
  readonly weight: string;
  readonly depth: string;
  readonly ports: string;
  readonly portType: string;
  readonly face: 'front' | 'rear' | 'both';
}

export const EMPTY_DRAFT: FreeSpaceDraft = {
  height: '1',
  quantity: '1',
  watts: '',
  weight: '',
  depth: '',
  ports: '',
  portType: '',
  face: 'both',
};

export type DraftProblems = Partial<Record<keyof FreeSpaceDraft, string>>;

export type DraftReading =
  | { readonly ok: true; readonly input: FreeSpaceInput }
  | { readonly ok: false; readonly problems: DraftProblems };

const AMOUNTS = [
  ['watts', 'W', 'Power'],
  ['weight', 'g', 'Weight'],
  ['depth', 'mm', 'Depth'],
] as const;

function count(text: string, label: string, least: number): number | string {
  const amount = Number(text.trim());
  if (Number.isInteger(amount) && amount >= least && text.trim() !== '') return amount;
  return `${label} '${text.trim()}' is not a whole number; allowed is ${least} and more.`;
}

/** Reads what was typed into the question the engine answers, or says of each field what is wrong. */
export function readDraft(draft: FreeSpaceDraft, roomId: string | undefined): DraftReading {
  const problems: Partial<Record<keyof FreeSpaceDraft, string>> = {};
  const amounts: Partial<Record<'watts' | 'weight' | 'depth', number>> = {};
  const height = parseQuantity(draft.height, 'halfU', 'Height');
  if (!height.ok) problems.height = height.message;
  const quantity = count(draft.quantity, 'Number', 1);
  if (typeof quantity === 'string') problems.quantity = quantity;
  for (const [key, unit, label] of AMOUNTS) {
    if (draft[key].trim() === '') continue;
    const read = parseQuantity(draft[key], unit, label);
    if (read.ok) amounts[key] = read.value;
    else problems[key] = read.message;
  }
  const ports = draft.ports.trim() === '' ? 0 : count(draft.ports, 'Ports', 0);
  if (typeof ports === 'string') problems.ports = ports;
  if (!height.ok || typeof quantity === 'string' || typeof ports === 'string' || Object.keys(problems).length > 0)
    return { ok: false, problems };
  const type = draft.portType.trim();
  return {
    ok: true,
    input: {
      heightHalfU: height.value,
      quantity,
      face: draft.face,
      ...(amounts.watts === undefined ? {} : { watts: amounts.watts }),
      ...(amounts.weight === undefined ? {} : { weightGrams: amounts.weight }),
      ...(amounts.depth === undefined ? {} : { depthMm: amounts.depth }),
      ...(ports > 0 ? { ports: { count: ports, ...(type === '' ? {} : { type }) } } : {}),
      ...(roomId ? { scope: { room: roomId } } : {}),
    },
  };
}
