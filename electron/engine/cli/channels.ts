import { getEventIteratorSchemaDetails, isContractProcedure, type AnySchema } from '@orpc/contract';
import { z } from 'zod';
import type { ChannelMeta } from '../../../shared/contract/base.ts';
import { contract } from '../../../shared/contract/index.ts';
import { CONTRACT_VERSION } from '../../../shared/contract/channels.ts';

export interface Channel {
  readonly name: string;
  readonly kind: 'query' | 'command';
  readonly input: unknown;
  readonly output: unknown;
}

interface ProcedureShape {
  readonly '~orpc': { readonly inputSchema?: unknown; readonly outputSchema?: unknown; readonly meta: ChannelMeta };
}

/** Every channel by its dotted name. */
export function procedures(): Map<string, ProcedureShape> {
  const found = new Map<string, ProcedureShape>();
  for (const [feature, channels] of Object.entries(contract))
    for (const [name, procedure] of Object.entries(channels))
      if (isContractProcedure(procedure)) found.set(`${feature}.${name}`, procedure);
  return found;
}

/** JSON Schema of what goes in or comes out; a channel without input takes nothing, a stream says what it yields. */
function jsonSchema(schema: unknown, io: 'input' | 'output'): unknown {
  if (schema === undefined) return { type: 'null', description: io === 'input' ? 'no input' : 'no answer' };
  if (schema instanceof z.ZodType) return z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const events = getEventIteratorSchemaDetails(schema as AnySchema)?.yields;
  return { description: 'a stream of events, each of this form', items: jsonSchema(events, io), type: 'array' };
}

/** The contract as JSON: channel, query or command, and the JSON Schema of what goes in and comes out. */
export function describeChannels(): { contractVersion: number; channels: Channel[] } {
  const channels = [...procedures()].map(([name, procedure]) => {
    const { inputSchema, outputSchema, meta } = procedure['~orpc'];
    const kind = meta.writes ? ('command' as const) : ('query' as const);
    return { name, kind, input: jsonSchema(inputSchema, 'input'), output: jsonSchema(outputSchema, 'output') };
  });
  return { contractVersion: CONTRACT_VERSION, channels };
}
