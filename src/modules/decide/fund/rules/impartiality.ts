import type { Id } from '../../../../kernel/id.ts';
import { type Application, isRecused, type RecusalReason } from './application.ts';

/** A reason to ask whether somebody may decide. Nobody is recused by it: a person says so. */
export interface Tie {
  readonly personId: Id<'person'>;
  readonly why: Extract<RecusalReason, 'family' | 'neighbour_group'>;
}

/** Who of these is close to the case: lives with an applicant, or drives the initiative that it is for. */
export function tiesOf(
  application: Application,
  people: readonly Id<'person'>[],
  known: { readonly housemates: readonly Id<'person'>[]; readonly group: readonly Id<'person'>[] },
): readonly Tie[] {
  return people
    .filter((personId) => !isRecused(application, personId))
    .flatMap((personId): Tie[] => {
      if (known.housemates.includes(personId)) return [{ personId, why: 'family' }];
      return known.group.includes(personId) ? [{ personId, why: 'neighbour_group' }] : [];
    });
}

/** How many of the deciding body are left when those who stand aside have gone out. */
export function quorumOf(
  application: Application,
  body: readonly Id<'person'>[],
): { readonly free: number; readonly all: number } {
  return { free: body.filter((personId) => !isRecused(application, personId)).length, all: body.length };
}
