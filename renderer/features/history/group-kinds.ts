import type { ChangeGroup } from '../../../shared/contract/history.ts';

/** Kinds of commands as people call them. */
export const KIND_LABELS: Readonly<Record<ChangeGroup['kind'], string>> = {
  edit: 'Edit',
  import: 'Import',
  undo: 'Undo',
  redo: 'Redo',
  revert: 'Revert',
};
