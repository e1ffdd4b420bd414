import { formatDay } from '../../../../kernel/format.ts';
import { formatOre } from '../../../../kernel/money.ts';
import type { LetterSpec } from '../../../../platform/documents/spec.ts';
import { soughtOf } from '../rules/money.ts';
import { lettersText } from '../text/letters.ts';
import type { Written } from './decision.ts';

/** For the shop or the firm: to whom the invoice is made out, with what on it, how it is sent, and for what. */
export function supplierSheet(written: Written): LetterSpec {
  const { shopLanguage: language, application, billTo } = written;
  const words = lettersText(language);
  return {
    kind: 'letter',
    language,
    title: words.sheetTitle,
    recipient: [],
    day: written.on,
    caseNumber: written.reference,
    body: [
      { kind: 'paragraph', text: words.sheetIntro(billTo.name) },
      {
        kind: 'table',
        caption: '',
        columns: [{ title: words.field }, { title: words.value }],
        rows: rowsOf(written).filter(([, value]) => value !== ''),
      },
      { kind: 'list', items: words.sheetRules },
      ...(billTo.sendUrl
        ? [
            {
              kind: 'qr',
              content: billTo.sendUrl,
              caption: `${words.rows.web}: ${billTo.sendUrl}`,
              alt: `${words.rows.web}: ${billTo.sendUrl}`,
            } as const,
          ]
        : []),
      { kind: 'paragraph', text: `${words.rows.for}: ${application.title}` },
    ],
    greeting: null,
    signatures: [],
  };
}

function rowsOf({
  shopLanguage: language,
  application,
  decision,
  reference,
  policy,
  billTo,
}: Written): [string, string][] {
  const words = lettersText(language);
  const { rows } = words;
  const amount = formatOre(decision?.amount ?? soughtOf(application), language);
  return [
    [rows.to, [billTo.name, ...billTo.address].join(', ')],
    [rows.cvr, billTo.cvr ?? ''],
    [rows.gln, billTo.glns.join(', ')],
    [rows.mark, reference],
    [rows.mail, billTo.mail],
    [rows.most, policy.amountsIncludeVat ? words.withVat(amount) : words.withoutVat(amount)],
    [rows.latest, decision?.expiresOn ? formatDay(decision.expiresOn, language) : ''],
    [rows.bought, application.lines.map((line) => line.what).join(', ')],
  ];
}
