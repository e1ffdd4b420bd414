import { isStaff } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import type { Path } from '../../../../platform/web/path.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { eventById, eventInsidePlace, mayWithEvent } from '../../../act/events/public.ts';
import { initiativeById, insidePlace, mayWith } from '../../../initiatives/public.ts';
import { type May, mayEvaluate } from '../access.ts';
import type { About } from '../rules/evaluation.ts';
import { ABOUT_NAMES } from '../urls.ts';

/** A thing that people were at, and what the reader may do with its answers. */
export interface Thing {
  readonly about: About;
  readonly title: string;
  /** The page of those who arrange it. */
  readonly inside: Path;
  /** People who were counted; null for an initiative, and where nobody has counted. */
  readonly came: number | null;
  readonly may: May;
}

export function aboutIn(params: { readonly about: string; readonly id: string }): About | null {
  if (params.about === ABOUT_NAMES.event) {
    const id = readId<'event'>(params.id);
    return id && { kind: 'event', id };
  }
  const id = params.about === ABOUT_NAMES.initiative ? readId<'initiative'>(params.id) : null;
  return id && { kind: 'initiative', id };
}

export async function thingOf({ tx, actor }: Pick<Visit, 'tx' | 'actor'>, about: About): Promise<Thing | null> {
  if (about.kind === 'event') {
    const event = await eventById(tx, about.id);
    if (!event) return null;
    const { arrange, seeCounts } = mayWithEvent(actor, event);
    const { id, title } = event;
    const may = mayEvaluate(actor, { arrange, see: seeCounts });
    const { adults = null, children } = event.count ?? {};
    const came = adults === null ? null : adults + (children ?? 0);
    return { about, title, inside: eventInsidePlace({ id }), came, may };
  }
  const initiative = await initiativeById(tx, about.id);
  if (!initiative) return null;
  const { edit, seeInside } = mayWith(actor, initiative, tx.today);
  const { id, title } = initiative;
  const may = mayEvaluate(actor, { arrange: edit || isStaff(actor), see: seeInside });
  return { about, title, inside: insidePlace({ id }), came: null, may };
}
