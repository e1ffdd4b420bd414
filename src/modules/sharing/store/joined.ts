import type { Content, CopyAnswer } from '../rules.ts';

/** A copy with its answer and its recall beside it. */
export interface Joined {
  readonly content: unknown;
  readonly answer: CopyAnswer | null;
  readonly answerWords: string | null;
  readonly answeredAt: Date | null;
  readonly recallWords: string | null;
}

export function joined({ content, answer, answerWords, answeredAt, recallWords }: Joined) {
  return {
    content: content as Content,
    answer: answer && answeredAt ? { answer, words: answerWords ?? '', at: answeredAt } : null,
    recall: recallWords === null ? null : { words: recallWords },
  };
}
