import { formatDayWithWeekday } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { LetterSpec } from '../../../../platform/documents/spec.ts';
import { doorsOf, type Round, type RoundStairwell } from '../rules/rounds.ts';
import { roundsText } from '../text/rounds.ts';

/** What two have in their hand: what they say, how they take care, and a line for each stairwell. */
export function roundPaper(
  round: Round,
  stairwells: readonly RoundStairwell[],
  department: string,
  language: Language,
): LetterSpec {
  const words = roundsText(language);
  const columns = [words.stairwell, words.doors, words.opened, words.talked, words.yes];
  const alone = stairwells.filter(({ leaveAlone }) => leaveAlone.length > 0);
  return {
    kind: 'letter',
    language,
    title: round.title,
    recipient: [department, formatDayWithWeekday(round.on, language)],
    day: round.on,
    caseNumber: null,
    body: [
      { kind: 'callout', label: words.script, text: round.script },
      { kind: 'heading', text: words.safety },
      { kind: 'list', items: words.safetyRules },
      {
        kind: 'table',
        caption: words.lead,
        columns: columns.map((title, at) => ({ title, align: at === 0 ? 'left' : 'right' })),
        rows: stairwells.map((one) => [one.address, String(doorsOf(one)), '____', '____', '____']),
      },
      ...(alone.length > 0
        ? [
            {
              kind: 'list' as const,
              items: alone.map((one) => `${one.address}: ${words.leaveAlone(one.leaveAlone.join(', '))}`),
            },
          ]
        : []),
    ],
    greeting: null,
    signatures: [],
  };
}
