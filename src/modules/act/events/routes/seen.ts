import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import type { ListSpec, PosterSpec } from '../../../../platform/documents/spec.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { type May, mayWith } from '../access.ts';
import type { Event } from '../rules/event.ts';
import { eventById } from '../store/events.ts';
import { eventsText } from '../text/events.ts';
import { eventPlace, eventsPlace, insidePlace } from '../urls.ts';

/** A visit to one of them. */
export type Of<Params = unknown> = Omit<Visit, 'params'> & { readonly params: { readonly id: string } & Params };

export interface Seen {
  readonly event: Event;
  readonly may: May;
}

/** The event of this visit, and what the reader may do with it. */
export async function seen({ tx, actor, params }: Pick<Of, 'tx' | 'actor' | 'params'>): Promise<Seen> {
  const event = (await eventById(tx, readId<'event'>(params.id) ?? missing())) ?? missing();
  return { event, may: mayWith(actor, event) };
}

/** The same, for those who may; missing to everybody else. */
export async function seenBy(visit: Pick<Of, 'tx' | 'actor' | 'params'>, what: 'arrange' | 'seeCounts'): Promise<Seen> {
  const found = await seen(visit);
  return found.may[what] ? found : missing();
}

/** The way back: all events, the one, and for those who arrange it their room. */
export function trailTo(visit: Pick<Of, 'language'>, event?: Pick<Event, 'id' | 'title'>, inside?: string) {
  return [
    { href: eventsPlace({}), label: eventsText(visit.language).title },
    ...(event ? [{ href: eventPlace({ id: event.id }), label: event.title }] : []),
    ...(event && inside ? [{ href: insidePlace({ id: event.id }), label: inside }] : []),
  ];
}

/** A paper as PDF, to look at and to print; where nothing can typeset, the page itself prints well. */
export async function paper(
  { tx, file }: Pick<Of, 'tx' | 'file'>,
  spec: ListSpec | PosterSpec,
  name: string,
): Promise<Response> {
  const pdf = await renderPdf(spec, await brandOf(tx, await ownOrganisation(tx)));
  if (!pdf.ok) missing();
  return file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf`, inline: true });
}
