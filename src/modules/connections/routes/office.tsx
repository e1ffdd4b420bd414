import { readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { problemIn } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { displayNames } from '../../housing/public.ts';
import { endToken, makeToken, roomForToken, takeToken } from '../commands/tokens.ts';
import { readToken } from '../forms.ts';
import { MOST_TOKENS } from '../rules/tokens.ts';
import { allTokens } from '../store/tokens.ts';
import { allWebhooks } from '../store/webhooks.ts';
import { officeText } from '../text/office.ts';
import { doorsPlace, endTokenPlace, newTokenPlace, takeTokenPlace } from '../urls.ts';
import { OfficePage } from '../views/office.tsx';
import { NewTokenPage, TokenMadePage } from '../views/tokens.tsx';

export const secretariat = anyOf('secretariat');

/** The room itself, and the keys. */
export function officeRoutes(web: Web): void {
  web.get(doorsPlace, secretariat, async (visit) => {
    const { tx, language } = visit;
    const [tokens, webhooks] = await Promise.all([allTokens(tx), allWebhooks(tx)]);
    const keepers = await displayNames(
      tx,
      tokens.map(({ keeper }) => ({ kind: 'person' as const, id: keeper })),
      language,
    );
    return visit.page(
      { title: officeText(language).title, wide: true },
      OfficePage({ language, today: tx.today, tokens, keepers, webhooks }),
    );
  });
  web.get(newTokenPlace, secretariat, (visit) => newTokenPage(visit));
  web.post(newTokenPlace, secretariat, async (visit) => {
    const { tx, language, form } = visit;
    const read = readToken(form, language);
    if (!read.ok) return newTokenPage(visit, read.refusal);
    if (!(await roomForToken(tx))) {
      return newTokenPage(visit, problemIn(form, '', officeText(language).wrong.tokens(MOST_TOKENS)));
    }
    const { token } = await makeToken(tx, read.value);
    const example = `${tx.origin}/api/v1/${EXAMPLES[read.value.areas[0] as keyof typeof EXAMPLES]}`;
    const words = officeText(language);
    return visit.page(
      { title: words.tokenMade, trail: [toOffice(language)] },
      TokenMadePage({ language, token, example }),
    );
  });
  web.post(endTokenPlace, secretariat, async ({ tx, language, params, redirect }) => {
    const id = readId<'api_token'>(params.id) ?? missing();
    if (!(await endToken(tx, id))) missing();
    return redirect(doorsPlace({}), officeText(language).tokenEnded);
  });
  web.post(takeTokenPlace, secretariat, async ({ tx, language, params, redirect }) => {
    const id = readId<'api_token'>(params.id) ?? missing();
    if (!(await takeToken(tx, id))) missing();
    return redirect(doorsPlace({}), officeText(language).tokenTaken);
  });
}

/** What is asked for in the example, by the first thing that the key opens. */
const EXAMPLES = {
  initiatives: 'initiatives',
  housing: 'departments',
  funds: 'applications',
  invoices: 'invoices',
  results: 'results',
  events: 'events',
  people: 'people',
} as const;

function newTokenPage({ language, page }: Visit, problems?: FormProblems): Promise<Response> {
  const head = { title: officeText(language).newToken, trail: [toOffice(language)] };
  return page(problems ? { ...head, status: 422 } : head, NewTokenPage({ language, problems }));
}

export function toOffice(language: Language) {
  return { href: doorsPlace({}), label: officeText(language).title };
}
