import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import type { NewInitiative } from '../../../initiatives/public.ts';
import type { ReadCard } from '../rules/card.ts';
import { asStep, type Condition } from '../rules/taking.ts';
import { takingText } from '../text/taking.ts';

/** How the words are said: in which language, and what the departments are called. */
interface Said {
  readonly language: Language;
  readonly departments: ReadonlyMap<string, string>;
}

/** Where the initiative came from, as its thread says it. */
export function originOf(read: Pick<ReadCard, 'title'>, language: Language): string {
  return takingText(language).origin(read.title);
}

/** What comes first to be asked, then the card's steps. Its small tasks become tasks of their own (act/tasks). */
export function stepsFor(
  read: ReadCard,
  conditions: readonly Condition[],
  said: Said,
): NonNullable<NewInitiative['steps']> {
  return [
    ...conditions.map((one) => ({
      says: asStep(conditionSentence(one, said)),
      dueOn: one.kind === 'fund' ? one.applyBy : null,
    })),
    ...read.steps.map((step) => ({ says: asStep(step), dueOn: null })),
  ];
}

export function conditionSentence(condition: Condition, { language, departments }: Said): string {
  const words = takingText(language);
  const name =
    'departmentId' in condition && condition.departmentId ? (departments.get(condition.departmentId) ?? '') : '';
  switch (condition.kind) {
    case 'meeting':
      return words.meeting(name, condition.proposalDays);
    case 'meeting_organisation':
      return words.meetingOrganisation(name);
    case 'board_money':
      return words.boardMoney(name, formatOre(condition.above, language));
    case 'department_words':
      return words.departmentWords(name, condition.words);
    case 'operations':
      return words.operations;
    case 'remark':
      return words.remark(condition.words, name);
    case 'rent':
      return words.rent;
    case 'fund':
      return words.fund(condition.answerDays);
    case 'fund_max':
      return words.fundMax(formatOre(condition.most, language));
  }
}
