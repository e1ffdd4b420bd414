import { newSlipCode } from '../src/modules/decide/fund/commands/codes.ts';
import type { ApplicationId } from '../src/modules/decide/fund/rules/application.ts';
import { makeLink } from '../src/modules/decide/results/commands/feedback.ts';
import type { Visit } from './accessibility.ts';
import type { As } from './town.ts';

const LISE = 'Lise Krogh';
const KAREN = 'Karen Mose';
const MAJA = 'Maja Vestergaard';
const SIGNE = 'Signe Højlund';

/** What comes after a yes: bills, payments and how it went, in every state that the story has them in. */
export async function moneyPages(as: As): Promise<Visit[]> {
  const ids = (table: 'invoice' | 'payment') =>
    as(SIGNE, async ({ sql }) =>
      (await sql.selectFrom(table).select('id').orderBy('id').execute()).map(({ id }) => id),
    );
  /** The municipality's fund has its own staff. */
  const elsewhere = () =>
    as(SIGNE, async ({ sql }) => {
      const rows = await sql
        .selectFrom('fund_application as a')
        .innerJoin('fund as f', 'f.id', 'a.fund_id')
        .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
        .select('a.id')
        .where('o.own', '=', false)
        .orderBy('a.id')
        .execute();
      return rows.map(({ id }) => id);
    });
  const promised = await as(SIGNE, ({ sql }) =>
    sql.selectFrom('fund_decision').select('application_id').orderBy('id').execute(),
  );
  const [first] = promised;
  const application = first?.application_id as ApplicationId;
  const link = await as(SIGNE, (tx) => makeLink(tx, application, 'card'));
  const slip = await as(SIGNE, (tx) => newSlipCode(tx, application));

  const full = (as: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as }));
  const more = (as: string, place: string, all: readonly string[]) =>
    all.map((id): Visit => ({ url: `${place}/${id}`, as, more: true }));
  return [
    ...full(null, '/faktura', '/pulje/resultater', '/tilbagemelding', `/tilbagemelding/${link}`, `/seddel/${slip}`),
    ...full(LISE, '/fakturaer', '/betalinger', '/betalinger/eksport', '/betalinger/filer', '/betalinger/bank'),
    ...full(LISE, '/betalinger/bilag', '/betalinger/indstillinger'),
    ...full(KAREN, '/fakturaer/indstillinger'),
    ...full(SIGNE, '/fakturaer', '/pulje/opfoelgning', '/pulje/status'),
    ...more(LISE, '/fakturaer', await ids('invoice')),
    ...more(LISE, '/betalinger', await ids('payment')),
    ...more(KAREN, '/betalinger', await ids('payment')),
    ...more(SIGNE, '/fakturaer', await ids('invoice')),
    ...more(MAJA, '/pulje/ansoegninger', await elsewhere()),
  ];
}
