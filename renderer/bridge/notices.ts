import { create } from 'zustand';
import type { Failure } from '../../shared/contract/failure.ts';
import type { Choice } from '../../shared/domain/field.ts';

export type Tone = NonNullable<Choice['tone']>;

/** A short message about something that happened, with at most one thing to do about it. */
export interface Notice {
  readonly id: number;
  readonly tone: Tone;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** It offers to undo or redo a change; a later step in the history makes the offer void. */
  readonly offersStep?: true;
}

interface NoticeState {
  readonly notices: readonly Notice[];
  readonly dismiss: (id: number) => void;
}

const SHOWN_AT_ONCE = 3;

export const useNotices = create<NoticeState>()((set) => ({
  notices: [],
  dismiss: (id) => set((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) })),
}));

let lastId = 0;

export function showNotice(notice: Omit<Notice, 'id'>): void {
  lastId += 1;
  const added = { ...notice, id: lastId };
  useNotices.setState((state) => ({ notices: [...state.notices, added].slice(-SHOWN_AT_ONCE) }));
}

/** Call when a step in the history was taken: what was offered before it would now undo something else. */
export function withdrawSteps(): void {
  useNotices.setState((state) => ({ notices: state.notices.filter(({ offersStep }) => !offersStep) }));
}

/** Call when another file is opened: what was offered before it is about the one before, and would do something else here. */
export function withdrawOffers(): void {
  useNotices.setState((state) => ({ notices: state.notices.filter(({ action }) => action === undefined) }));
}

export function showFailure(failure: Failure): void {
  showNotice({ tone: 'bad', text: failure.message });
}
