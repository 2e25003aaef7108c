import { v7 } from 'uuid';

/** A new id: UUID version 7, so that ids sort by creation and two workspaces can be merged. */
export function newId(): string {
  return v7();
}
