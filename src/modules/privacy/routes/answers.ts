import { TOPICS, type Topic } from '../rules/consents.ts';

/** The yes and no of a form, without what was not answered. */
export function answersIn(read: Readonly<Record<string, unknown>>): Readonly<Partial<Record<Topic, boolean>>> {
  return Object.fromEntries(
    TOPICS.flatMap((topic) => (read[topic] === 'ja' || read[topic] === 'nej' ? [[topic, read[topic] === 'ja']] : [])),
  );
}
