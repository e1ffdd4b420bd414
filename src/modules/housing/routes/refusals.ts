import type { Language } from '../../../kernel/language.ts';
import type { RoleConflict, RoleRefusal } from '../rules.ts';
import { formText } from '../text/forms.ts';
import { text } from '../text/names.ts';

/** Why a role was refused, so that the person at the screen can do something about it. */
export function roleRefusalText(language: Language, refusal: RoleRefusal): string {
  const problems = formText(language).problems;
  switch (refusal.kind) {
    case 'conflict':
      return conflictText(language, refusal.conflict);
    case 'needs_department':
      return problems.roleNeedsDepartment;
    case 'guardian_needed':
      return problems.guardianNeeded;
    case 'already_held':
      return problems.roleHeld;
    case 'ends_before_it_begins':
      return problems.endsFirst;
  }
}

export function conflictText(language: Language, conflict: RoleConflict): string {
  const words = text(language);
  if (conflict.kind === 'public_duty') return words.conflict.public_duty(words.duties[conflict.duty]);
  return words.conflict[conflict.kind](words.roles[conflict.role]);
}
