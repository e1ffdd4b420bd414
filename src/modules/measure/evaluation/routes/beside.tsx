import type { Html } from '#jsx/jsx-runtime';
import type { Qr } from '../../../../platform/documents/spec.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import type { Event } from '../../../act/events/public.ts';
import { type Initiative, mayWith } from '../../../initiatives/public.ts';
import { openEvaluation, resultOf } from '../commands.ts';
import { onList } from '../letters/papers.ts';
import { type About, stageOf } from '../rules/evaluation.ts';
import { evaluationOf } from '../store/evaluations.ts';
import { Inside, Public } from '../views/beside.tsx';

type Reader = Pick<Visit, 'tx' | 'actor' | 'language'>;

/** On an event's page that everybody reads. */
export function evaluationOnEvent(reader: Reader, { id }: Pick<Event, 'id'>): Promise<Html | null> {
  return onPublicPage(reader, { kind: 'event', id });
}

/** On the page of those who arrange an event. */
export function evaluationBesideEvent(reader: Reader, { id, cancelled }: Event): Promise<Html | null> {
  return cancelled ? Promise.resolve(null) : onInnerPage(reader, { kind: 'event', id });
}

/** On an initiative's pages. */
export async function evaluationBesideInitiative(
  reader: Reader,
  initiative: Initiative,
  inside: boolean,
): Promise<Html | null> {
  const about: About = { kind: 'initiative', id: initiative.id };
  if (!inside) return onPublicPage(reader, about);
  return mayWith(reader.actor, initiative, reader.tx.today).seeInside ? onInnerPage(reader, about) : null;
}

/** On the list at the door: where to answer. The link is made when the list is printed. */
export async function evaluationOnList({ tx, language }: Reader, { id }: Pick<Event, 'id'>): Promise<Qr | null> {
  const evaluation = await openEvaluation(tx, { kind: 'event', id });
  return evaluation.endedOn ? null : onList(evaluation, { language, origin: tx.origin });
}

async function onPublicPage({ tx, language }: Reader, about: About): Promise<Html | null> {
  const evaluation = await evaluationOf(tx, about);
  if (!evaluation) return null;
  const { shown, words } = await resultOf(tx, evaluation);
  const quotes = words.flatMap((one) => (one.shown ? [one.words] : []));
  return Public({ language, code: evaluation.code, stage: stageOf(evaluation, tx.today), shown, quotes });
}

async function onInnerPage({ tx, language }: Reader, about: About): Promise<Html> {
  const evaluation = await evaluationOf(tx, about);
  return Inside({ language, about, stage: evaluation && stageOf(evaluation, tx.today) });
}
