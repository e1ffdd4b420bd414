import { formatDay } from '../../../../kernel/format.ts';
import { formatOre } from '../../../../kernel/money.ts';
import type { Block, LetterSpec } from '../../../../platform/documents/spec.ts';
import { budgetOf } from '../rules/money.ts';
import { lettersText } from '../text/letters.ts';
import type { Written } from './decision.ts';

/**
 * The budget, sent to the municipality before an activity with people from outside begins. Of the applicant it says nothing:
 * the municipality needs to know what it costs and who pays, not who had the idea.
 */
export function municipalityLetter(written: Written): LetterSpec {
  const { language, application, decision, reference, to, from } = written;
  const words = lettersText(language);
  const amount = (of: Parameters<typeof formatOre>[0]) => formatOre(of, language);
  const day = application.startsOn ? formatDay(application.startsOn, language) : '';
  const rows = application.lines.map((line) => [line.what, amount(line.amount)]);
  return {
    kind: 'letter',
    language,
    title: words.municipalityTitle,
    recipient: [to.name || words.municipalityTo, ...to.address],
    day: written.on,
    caseNumber: reference,
    body: [
      { kind: 'paragraph', text: words.municipality(from, application.title, day) },
      { kind: 'list', items: facts(written) },
      heading(words.municipalityBudget),
      {
        kind: 'table',
        caption: '',
        columns: [{ title: words.municipalityLine }, { title: words.municipalityAmount, align: 'right' }],
        rows: [...rows, [words.municipalitySum, amount(budgetOf(application))]],
      },
      ...(application.otherMoney > 0
        ? [paragraph(`${words.municipalityFacts.other}: ${amount(application.otherMoney)}`)]
        : []),
      ...(decision?.amount ? [paragraph(`${words.municipalityFacts.fund}: ${amount(decision.amount)}`)] : []),
      paragraph(words.municipalityNeed),
    ],
    greeting: words.regards(from),
    signatures: [],
  };
}

function facts({ language, application, where }: Written): string[] {
  const words = lettersText(language).municipalityFacts;
  const days = [application.startsOn, application.endsOn].filter((day) => day !== null);
  const asked = [...new Set(days)].map((day) => formatDay(day, language)).join(' – ');
  return [
    `${words.days}: ${asked}`,
    ...(application.participants === null ? [] : [`${words.people}: ${application.participants}`]),
    ...(where.length > 0 ? [`${words.where}: ${where.join(', ')}`] : []),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}
