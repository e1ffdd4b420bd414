import type { FormProblems } from '../../../../ui/forms/problems.ts';
import {
  advisePlace,
  asidePlace,
  askPlace,
  cancelPlace,
  decidePlace,
  namingPlace,
  releasePlace,
  takeOverPlace,
} from '../urls.ts';
import type { CaseProps } from './case.tsx';

type Refused = Pick<CaseProps, 'application' | 'problems' | 'refusedAt'>;

/** What is wrong in the form that posts to `place`. Undefined in the others, though their fields share its names. */
export function problemsAt({ problems, refusedAt }: Refused, place: string): FormProblems | undefined {
  return refusedAt === place ? problems : undefined;
}

/** Where the summary of errors leads: the fields of the refused form, by name. */
export function fieldsAt({ application, refusedAt }: Refused): Readonly<Record<string, string>> {
  const { id } = application;
  const answer = (prefix: string) => ({
    result: `${prefix}-result`,
    amount: `${prefix}-amount`,
    words: `${prefix}-words`,
    terms: `${prefix}-terms`,
    reason: `${prefix}-reason`,
  });
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    [askPlace({ id })]: { words: 'ask-words' },
    [advisePlace({ id })]: answer('advise'),
    [decidePlace({ id })]: answer('decide'),
    [asidePlace({ id })]: { reason: 'aside-reason' },
    [namingPlace({ id })]: { words: 'naming-words' },
    [releasePlace({ id })]: answer('release'),
    [cancelPlace({ id })]: { words: 'cancel-words' },
    [takeOverPlace({ id })]: { words: 'take-over-words' },
  };
  return all[refusedAt ?? ''] ?? {};
}
