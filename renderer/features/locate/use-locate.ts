import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { objectHref } from '../../ui/location.ts';
import { consoleAnswer, placeAnswer, powerAnswer, type LocateAnswer } from './locate-answer.ts';
import { locateQuestion } from './locate-question.ts';

/** A name such as `db` may begin many; a palette shows the first. */
const ANSWERED = 5;
/** A path is looked for through every panel, so only of the first few. */
const PATHS_OF = 3;

export interface LocateEntry extends LocateAnswer {
  readonly href: string;
}

export interface LocateResult {
  readonly entries: readonly LocateEntry[];
  /** The text is a question of its own, not part of a name. */
  readonly asked: boolean;
}

/** Answers to `locate X`, `console for X` and `power off X`, and to a serial number, asset tag or MAC address. */
export function useLocate(typed: string): LocateResult {
  const question = locateQuestion(typed);
  const kind = question?.kind;
  const found =
    useQuery({
      ...api.locate.find.queryOptions({ input: { text: question?.text ?? '-', limit: ANSWERED } }),
      enabled: question !== null,
      placeholderData: keepPreviousData,
    }).data?.found ?? [];
  const devices = kind === 'console' || kind === 'power' ? found.filter(({ noun }) => noun !== 'rack') : [];
  const refs = devices.slice(0, PATHS_OF).map(({ id }) => id);
  const consoles = useQueries({
    queries: (kind === 'console' ? refs : []).map((ref) => api.locate.console.queryOptions({ input: { ref } })),
  });
  const outlets = useQueries({
    queries: (kind === 'power' ? refs : []).map((ref) => api.locate.power.queryOptions({ input: { ref } })),
  });
  const answers: readonly LocateAnswer[] =
    kind === 'console'
      ? consoles.flatMap(({ data }) => (data ? [consoleAnswer(data)] : []))
      : kind === 'power'
        ? outlets.flatMap(({ data }) => (data ? [powerAnswer(data)] : []))
        : found.filter(({ by }) => kind === 'place' || by !== 'name').map(placeAnswer);
  const nouns = new Map(found.map(({ id, noun }) => [id, noun]));
  const entries = answers.flatMap((answer) => {
    const href = objectHref(nouns.get(answer.id) ?? '', answer.id);
    return href && question ? [{ ...answer, href }] : [];
  });
  return { entries, asked: kind !== undefined && kind !== 'mark' };
}
