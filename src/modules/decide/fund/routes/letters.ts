import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../../../platform/documents/print-html.tsx';
import { renderWord, WORD_TYPE } from '../../../../platform/documents/word.ts';
import { missing, TYPESETTING, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../../platform/web/who.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { type May, mayWith } from '../access.ts';
import { applicationByCode } from '../commands/codes.ts';
import { letterHanded } from '../commands/letters.ts';
import { papersOf, type TellBilling } from '../commands/papers.ts';
import type { ApplicationId } from '../rules/application.ts';
import type { KeptLetter } from '../rules/letters.ts';
import { applicationById } from '../store/applications.ts';
import { fundById, policyOn } from '../store/funds.ts';
import { letterById } from '../store/letters.ts';
import { lettersText } from '../text/letters.ts';
import { applicationPlace, followLetterPlace, letterPlace } from '../urls.ts';

/** The letters of a case: read by whom they are to and by staff, printed and handed over by staff. */
export function letterRoutes(web: Web, billing: TellBilling): void {
  web.get(letterPlace, signedIn, async (visit) => {
    const { letter, may } = await reached(visit);
    if (!may.withdraw) missing();
    return answer(visit, letter, billing, may.attend && visit.query.get('form') === 'word');
  });
  web.post(letterPlace, signedIn, async (visit) => {
    const { letter, may } = await reached(visit);
    if (!may.attend || !(await letterHanded(visit.tx, letter.id))) missing();
    return visit.redirect(applicationPlace({ id: letter.applicationId }), lettersText(visit.language).handedFlash);
  });
  const byCode = async (visit: Visit<'/pulje/min-ansoegning/:code/brev/:letter'>) => {
    const application = (await applicationByCode(visit.tx, visit.params.code)) ?? missing();
    return answer(visit, await letterIn(visit, application.id, visit.params.letter), billing, false);
  };
  web.get(followLetterPlace, anyone, byCode, TYPESETTING);
}

async function reached(
  visit: Visit<'/pulje/ansoegninger/:id/brev/:letter'>,
): Promise<{ readonly letter: KeptLetter; readonly may: May }> {
  const { tx, actor, params } = visit;
  const application = (await applicationById(tx, readId<'fund_application'>(params.id) ?? missing())) ?? missing();
  const fund = (await fundById(tx, application.fundId)) ?? missing();
  const may = mayWith(actor, fund, await policyOn(tx, fund.id, tx.today), application, tx.today);
  if (!may.see) missing();
  return { letter: await letterIn(visit, application.id, params.letter), may };
}

async function letterIn({ tx }: Pick<Visit, 'tx'>, applicationId: ApplicationId, id: string): Promise<KeptLetter> {
  const letter = (await letterById(tx, readId<'fund_letter'>(id) ?? missing())) ?? missing();
  return letter.applicationId === applicationId ? letter : missing();
}

async function answer(visit: Visit, letter: KeptLetter, billing: TellBilling, word: boolean): Promise<Response> {
  const { tx } = visit;
  const papers = (await papersOf(tx, letter.id, billing)) ?? missing();
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const { file } = lettersText(letter.language);
  const name = file[letter.kind];
  if (word) return visit.file({ bytes: await renderWord(papers[0], brand), type: WORD_TYPE, name: `${name}.docx` });
  const spec = { kind: 'letters', language: letter.language, title: papers[0].title, letters: papers } as const;
  const pdf = await renderPdf(spec, brand);
  if (pdf.ok) return visit.file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf`, inline: true });
  return visit.file({ bytes: renderPrintHtml(spec, brand), type: 'text/html; charset=utf-8', name: `${name}.html` });
}
