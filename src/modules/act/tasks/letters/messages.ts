import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import type { Saying } from '../../../turns/public.ts';
import type { Answer } from '../rules/asking.ts';
import type { Job, Task } from '../rules/task.ts';
import { toldText } from '../text/told.ts';
import { whenOf } from '../text/when.ts';
import { jobPlace } from '../urls.ts';

/** The question itself: in the asker's own words where there are any. */
export function askNote(
  asked: {
    readonly asker: string;
    readonly words: string;
    readonly task: Pick<Task, 'says' | 'minutes' | 'dueOn' | 'clock'>;
    readonly job: string;
    readonly path: Path;
  },
  language: Language,
): Saying {
  const text = toldText(language);
  const { asker, words, task, job, path } = asked;
  return {
    subject: text.askSubject(asker),
    paragraphs: [
      text.ask(asker, task.says, task.minutes, whenOf(task, language)),
      ...(words ? [text.quoted(words)] : []),
      text.askMore(job),
    ],
    action: { label: text.askAction, path },
  };
}

/** To the asker: what was answered. */
export function answerNote(
  said: { readonly name: string; readonly answer: Answer; readonly job: Pick<Job, 'id' | 'title'> },
  language: Language,
): Saying {
  const text = toldText(language);
  const { name, answer, job } = said;
  return {
    subject: text.answerSubject[answer],
    paragraphs: [
      `${text.answerSubject[answer]}.${name ? ` ${text.answerFrom(name)}` : ''} ${text.answerJob(job.title)}`,
    ],
    action: { label: text.answerAction, path: jobPlace({ job: job.id }) },
  };
}

export function thanksNote(
  said: { readonly says: string; readonly job: string; readonly words: string },
  language: Language,
): Saying {
  const text = toldText(language);
  return {
    subject: text.thanksSubject,
    paragraphs: [text.thanks(said.says, said.job), ...(said.words ? [text.quoted(said.words)] : [])],
  };
}

/** The day before. */
export function reminder(task: Pick<Task, 'says' | 'minutes' | 'clock'>, language: Language): Saying {
  const text = toldText(language);
  return {
    subject: text.remindSubject,
    paragraphs: [text.remind(task.says, task.minutes, task.clock), text.remindCannot],
  };
}
