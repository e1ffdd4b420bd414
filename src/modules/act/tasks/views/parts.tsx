import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { StatusTag, Tag } from '../../../../ui/components/tag.tsx';
import { stateOf, type Task } from '../rules/task.ts';
import { tasksText } from '../text/tasks.ts';
import { whenOf } from '../text/when.ts';

/** "20 min. · lørdag den 13. juni 2026 kl. 15.00". */
export function Facts(props: {
  readonly language: Language;
  readonly task: Pick<Task, 'minutes' | 'dueOn' | 'clock'>;
}): Html {
  const { language, task } = props;
  const when = whenOf(task, language);
  return (
    <span class="quiet">
      {tasksText(language).minutes(task.minutes)}
      {when && ` · ${when}`}
    </span>
  );
}

/** Where it stands. `holder`: who has it, as this reader may read it; null: another. */
export function State(props: {
  readonly language: Language;
  readonly task: Task;
  readonly mine: boolean;
  readonly holder: string | null;
}): Html {
  const { language, task, mine, holder } = props;
  const words = tasksText(language);
  const state = stateOf(task);
  if (state === 'open') {
    if (task.asked > 0) return <StatusTag state="waiting">{words.waits(task.asked)}</StatusTag>;
    return <Tag colour="sol">{words.open}</Tag>;
  }
  if (state === 'done') return <StatusTag state="good">{holder ? words.doneBy(holder) : words.done}</StatusTag>;
  if (mine) return <StatusTag state="going">{words.takenByYou}</StatusTag>;
  return <StatusTag state="going">{holder ? words.takenBy(holder) : words.taken}</StatusTag>;
}
