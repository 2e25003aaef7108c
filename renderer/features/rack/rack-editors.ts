import { FeedsEditor } from './FeedsEditor.tsx';

/** Editors of a rack's fields that the ordinary ones do not serve. */
export const RACK_EDITORS = { feeds: FeedsEditor };
