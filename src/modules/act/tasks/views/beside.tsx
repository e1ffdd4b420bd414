import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { inOrder, type Job, standingOf, stateOf, type TaskBeside } from '../rules/task.ts';
import { tasksText } from '../text/tasks.ts';
import { jobPlace } from '../urls.ts';
import { Facts } from './parts.tsx';

const SHOWN = 4;

/** On the page of an initiative or an event: its jobs, with the nearest tasks that need a hand. */
export function TasksBeside(props: {
  readonly language: Language;
  readonly jobs: readonly Pick<Job, 'id' | 'title'>[];
  readonly tasks: readonly TaskBeside[];
  /** Where it is cut into tasks; null for those who do not. */
  readonly cut: Path | null;
  /** It has been held, or it has ended: nothing needs a hand any more. */
  readonly over: boolean;
  /** The reader may come to a job's page. */
  readonly mayOpen: boolean;
}): Html | null {
  const { language, jobs, tasks, cut, over, mayOpen } = props;
  const words = tasksText(language);
  if (jobs.length === 0 && !cut) return null;
  return (
    <section class="stack" id="opgaver">
      <Heading level={2}>{words.beside}</Heading>
      {jobs.length === 0 && <p>{words.besideNone}</p>}
      {jobs.map((job) => {
        const own = tasks.filter(({ jobId }) => jobId === job.id);
        const { all, open, done } = standingOf(own);
        const nearest = over ? [] : inOrder(own.filter((task) => stateOf(task) === 'open')).slice(0, SHOWN);
        return (
          <div class="stack">
            <p>
              {mayOpen ? <a href={jobPlace({ job: job.id })}>{job.title}</a> : <strong>{job.title}</strong>}
              <br />
              {over ? words.wereDone(done, all) : open > 0 ? words.standing(all, open, done) : words.allTaken(all)}
            </p>
            {nearest.length > 0 && (
              <ul>
                {nearest.map((task) => (
                  <li>
                    <span lang="da">{task.says}</span> <Facts language={language} task={task} />
                  </li>
                ))}
              </ul>
            )}
            {mayOpen && nearest.length > 0 && (
              <p>
                <LinkButton href={jobPlace({ job: job.id })}>
                  {words.askForOne}
                  <span class="only-heard">: {job.title}</span>
                </LinkButton>
              </p>
            )}
          </div>
        );
      })}
      {cut && (
        <p>
          <LinkButton href={cut} look="secondary">
            {jobs.length === 0 ? words.cut : words.cutMore}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
