import { type Actor, holds, holdsIn, isStaff, personIdOf } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import { type Ask, driversOn, type Initiative } from './rules.ts';

type Concern = Pick<Initiative, 'departmentIds' | 'wholeOrganisation' | 'drivers'>;

/** What this person may do with this initiative. Everybody may read its public page. */
export interface May {
  /** The inner page: who was asked, who answered what. */
  readonly seeInside: boolean;
  /** Change the words, ask people, park, wake, end, write steps. */
  readonly edit: boolean;
  readonly drive: boolean;
  readonly takeOver: boolean;
}

export function mayWith(actor: Actor, initiative: Concern, today: Day): May {
  const driving = driversOn(initiative, today);
  const drive = actor.kind === 'person' && driving.some((driver) => driver.personId === actor.personId);
  const edit = drive || isStaff(actor);
  return {
    seeInside: edit || sitsOnItsBoard(actor, initiative),
    edit,
    drive,
    takeOver: actor.kind === 'person' && driving.length === 0,
  };
}

/** The one who was asked, or staff who write the answer in for them. */
export function mayAnswer(actor: Actor, ask: Pick<Ask, 'personId'>): boolean {
  return personIdOf(actor) === ask.personId || isStaff(actor);
}

/** The organisation's board sees everything; a department's board what is in its department or for all. */
function sitsOnItsBoard(actor: Actor, initiative: Concern): boolean {
  if (holds(actor, 'organisation_board')) return true;
  if (initiative.wholeOrganisation) return holds(actor, 'board_member');
  return initiative.departmentIds.some((departmentId) => holdsIn(actor, departmentId, 'board_member'));
}
