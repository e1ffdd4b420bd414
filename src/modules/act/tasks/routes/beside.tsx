import type { Html } from '#jsx/jsx-runtime';
import type { Path } from '../../../../platform/web/path.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { type Initiative, mayWith } from '../../../initiatives/public.ts';
import type { Event } from '../../events/public.ts';
import { mayHelp } from '../access.ts';
import { type JobOwner, workOf } from '../store/tasks.ts';
import { newJobPlace } from '../urls.ts';
import { TasksBeside } from '../views/beside.tsx';

type Reader = Pick<Visit, 'tx' | 'actor' | 'language'>;

/** The small tasks on an initiative's pages. */
export async function tasksBesideInitiative(
  { tx, actor, language }: Reader,
  initiative: Initiative,
  inside: boolean,
): Promise<Html | null> {
  const edits = inside && !initiative.end && mayWith(actor, initiative, tx.today).edit;
  const cut = edits ? newJobPlace({}, { initiativ: initiative.id }) : null;
  return beside({ tx, actor, language }, { initiativeId: initiative.id }, { cut, over: initiative.end !== null });
}

/** The small tasks on the page of those who arrange an event. */
export async function tasksBesideEvent(
  reader: Reader,
  event: Pick<Event, 'id' | 'initiativeId' | 'on' | 'until' | 'count'>,
): Promise<Html | null> {
  const cut = newJobPlace({}, { arrangement: event.id });
  return beside(reader, { event }, { cut, over: event.count !== null });
}

async function beside(
  { tx, actor, language }: Reader,
  owner: JobOwner,
  { cut, over }: { readonly cut: Path | null; readonly over: boolean },
): Promise<Html | null> {
  const { jobs, tasks } = await workOf(tx, owner);
  return TasksBeside({
    language,
    jobs,
    tasks,
    cut,
    over,
    mayOpen: mayHelp(actor),
  });
}
