import { z } from 'zod';

/** Port and bay lists of a NetBox device or module type; entries are kept whole, unknown keys included. */
export const TEMPLATE_KINDS = [
  'interfaces',
  'console-ports',
  'console-server-ports',
  'power-ports',
  'power-outlets',
  'front-ports',
  'rear-ports',
  'module-bays',
  'device-bays',
  'inventory-items',
] as const;

export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

const templateSchema = z.looseObject({ name: z.string() });

export const templatesSchema = z.partialRecord(z.enum(TEMPLATE_KINDS), z.array(templateSchema));

export type PortTemplates = z.output<typeof templatesSchema>;
