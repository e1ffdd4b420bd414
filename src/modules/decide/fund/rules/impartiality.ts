import type { Id } from '../../../../kernel/id.ts';
import { type Application, isRecused, type RecusalReason } from './application.ts';

/**
 * Why somebody may be close to a case: lives with an applicant, is in the group behind it, is named on the page, is paid by
 * it, or sits on the board of the only department that gains.
 */
export type ClosenessKind = 'family' | 'neighbour_group' | 'named' | 'supplier' | 'own_board';

/** A reason to ask whether somebody may decide. Nobody is recused by it: a person says so. */
export interface Closeness {
  readonly personId: Id<'person'>;
  readonly why: ClosenessKind;
}

/** What closeness to a case is written down as. */
export const RECUSED_FOR: Readonly<Record<ClosenessKind, Exclude<RecusalReason, 'applicant'>>> = {
  family: 'family',
  neighbour_group: 'neighbour_group',
  named: 'neighbour_group',
  supplier: 'own_interest',
  own_board: 'own_interest',
};

/** What is known of those around a case. */
export interface Around {
  /** In the same home as one of those who apply. */
  readonly housemates: readonly Id<'person'>[];
  /** Who drives the initiative that it is for, or has taken a part of it on. */
  readonly group: readonly Id<'person'>[];
  /** On the board of the only department that gains; empty where the policy does not ask. */
  readonly ownBoard: readonly Id<'person'>[];
}

/** Who of these is close to the case, each for the weightiest reason. */
export function closenessOf(
  application: Application,
  people: readonly { readonly id: Id<'person'>; readonly name: string }[],
  around: Around,
): readonly Closeness[] {
  const suppliers = application.lines.map((line) => line.supplier);
  const onPage = [application.title, application.purpose, application.groundReason, application.whoBuys];
  const beside = [application.guardianName, ...application.coApplicants.map((one) => one.name)];
  const applies = [...openOrSettled(application)];
  return people
    .filter(({ id }) => !isRecused(application, id) && !applies.includes(id))
    .flatMap(({ id: personId, name }): Closeness[] => {
      if (around.housemates.includes(personId)) return [{ personId, why: 'family' }];
      if (around.group.includes(personId)) return [{ personId, why: 'neighbour_group' }];
      if (mentions(suppliers, name)) return [{ personId, why: 'supplier' }];
      if (mentions([...onPage, ...beside], name)) return [{ personId, why: 'named' }];
      return around.ownBoard.includes(personId) ? [{ personId, why: 'own_board' }] : [];
    });
}

/** Somebody has looked at these by name already. */
function openOrSettled({ namings }: Application): readonly Id<'person'>[] {
  return namings.map((naming) => naming.personId);
}

/** Does the whole name stand in one of the texts, as words of its own? A first name alone could be anybody's. */
function mentions(texts: readonly string[], name: string): boolean {
  const wanted = plain(name);
  return wanted.includes(' ') && texts.some((text) => ` ${plain(text)} `.includes(` ${wanted} `));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** How many of the deciding body are left when those who stand aside have gone out. */
export function quorumOf(
  application: Application,
  body: readonly Id<'person'>[],
): { readonly free: number; readonly all: number } {
  return { free: body.filter((personId) => !isRecused(application, personId)).length, all: body.length };
}
