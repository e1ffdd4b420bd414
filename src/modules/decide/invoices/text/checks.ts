import { defineText } from '../../../../kernel/language.ts';
import type { CheckCode, Rule } from '../rules/check.ts';
import type { MatchReason } from '../rules/matching.ts';

/** What a sentence speaks of, as it is shown. */
export interface Told {
  readonly name: string;
  readonly amount: string;
  readonly other: string;
  readonly day: string;
}

type Sentences = Readonly<Record<CheckCode, string | ((told: Told) => string)>>;

const da: Sentences = {
  document_ok: 'Fakturaen kan læses, og tallene passer.',
  document_errors: 'Der er fejl i selve fakturaen. Se dem herunder.',
  document_warnings: 'Fakturaen kan læses. Se bemærkningerne herunder.',
  number_missing: 'Fakturaen har ikke noget nummer.',
  buyer_ok: 'Den er stilet til boligforeningen.',
  buyer_missing: 'Der står ikke, hvem den er stilet til.',
  buyer_other: ({ name }) => `Den er stilet til ${name} og ikke til boligforeningen.`,
  buyer_other_cvr: ({ name }) => `Den er stilet til ${name} med et andet cvr-nummer end vores.`,
  buyer_department: ({ name }) => `Den er stilet til ${name}. Den skal stiles til selve boligforeningen.`,
  buyer_board: ({ name }) => `Den er stilet til ${name}. En bestyrelse kan ikke stå som køber.`,
  buyer_name_differs: ({ name }) => `Nummeret er vores, men navnet er skrevet anderledes: ${name}.`,
  issuer_ok: 'Den er sendt af en tredje person.',
  issuer_missing: 'Der står ikke, hvem der har sendt den.',
  issuer_us: 'Den er sendt af boligforeningen selv.',
  issuer_applicant: 'Den er sendt af den, der har søgt pengene.',
  issuer_co_applicant: 'Den er sendt af en medansøger.',
  issuer_household: 'Den er sendt af en, der bor sammen med ansøgeren.',
  issuer_decider: 'Den er sendt af en, der har været med til at beslutte.',
  issuer_resembles: ({ name }) => `Navnet ${name} ligner en, der er med i sagen. Er det en anden?`,
  commitment_ok: ({ name, day }) => `Den hører til ${name}, som fik et ja ${day}.`,
  commitment_missing: 'Den er ikke lagt til et tilsagn.',
  commitment_closed: ({ name }) => `${name} er lukket, og der er ingen penge tilbage til den.`,
  issued_ok: 'Den er skrevet efter tilsagnet.',
  issued_before_commitment: ({ day }) => `Den er dateret ${day}, før der blev sagt ja.`,
  issued_unknown: 'Den har ingen dato.',
  issued_in_future: ({ day }) => `Den er dateret ${day}, som ikke er kommet endnu.`,
  delivered_ok: 'Varen er leveret i perioden.',
  delivered_before_commitment: ({ day }) => `Varen er leveret ${day}, før der blev sagt ja.`,
  delivered_after_activity: ({ day }) => `Varen er leveret ${day}, efter at aktiviteten var slut. Hvorfor?`,
  delivered_after_expiry: ({ day }) => `Varen er leveret ${day}, efter at tilsagnet løb ud.`,
  delivered_unknown: 'Der står ikke, hvornår varen er leveret.',
  amount_ok: ({ amount, other }) =>
    other ? `${amount} er inden for de ${other}, der er tilbage.` : `${amount} i alt.`,
  amount_missing: 'Der står ikke noget beløb at betale.',
  over_remaining: ({ amount, other }) => `Den er på ${amount}, men der er kun ${other} tilbage af tilsagnet.`,
  nothing_remains: 'Der er ikke noget tilbage af tilsagnet.',
  duplicate_ok: 'Vi har ikke fået den før.',
  duplicate_number: 'Vi har en faktura med samme leverandør, nummer og beløb.',
  duplicate_file: 'Det er den samme fil, som vi har fået før.',
  currency_ok: 'Den er i danske kroner.',
  currency_other: ({ name }) => `Den er i ${name}. Vi kan kun betale i danske kroner.`,
  credit_ok: ({ name }) => `Den tager faktura ${name} tilbage, som vi har godkendt.`,
  credit_unknown: ({ name }) =>
    name
      ? `Den tager faktura ${name} tilbage, men den kender vi ikke.`
      : 'Der står ikke, hvilken faktura den tager tilbage.',
  credit_over: ({ name, other }) => `Den er større end det, der er tilbage af faktura ${name}: ${other}.`,
  credit_elsewhere: ({ name }) => `Faktura ${name} hører til et andet tilsagn.`,
  bank_ok: 'Pengene skal samme sted hen som sidst.',
  bank_first: 'Det er første gang, vi betaler til dem. Se efter, at kontoen passer.',
  bank_changed: 'Kontoen er en anden end sidst. Ring til dem på et nummer, du kender, før vi betaler.',
  bank_missing: 'Der står ikke, hvor pengene skal hen.',
  bank_of_applicant: 'Pengene skal til den samme konto som et privat udlæg i sagen.',
  outlay_ok: 'Det er et privat udlæg med kvittering. Det må puljen betale.',
  outlay_closed: 'Det er et privat udlæg. Det må puljen ikke betale.',
  outlay_without_receipt: 'Der mangler en kvittering.',
  cash_like: 'Der er gavekort eller kontanter på. Er det med i tilsagnet?',
};

const en: Sentences = {
  document_ok: 'The invoice can be read, and its sums fit.',
  document_errors: 'There are errors in the invoice itself. See them below.',
  document_warnings: 'The invoice can be read. See the remarks below.',
  number_missing: 'The invoice has no number.',
  buyer_ok: 'It is made out to the housing organisation.',
  buyer_missing: 'It does not say to whom it is made out.',
  buyer_other: ({ name }) => `It is made out to ${name}, not to the housing organisation.`,
  buyer_other_cvr: ({ name }) => `It is made out to ${name} with another company number than ours.`,
  buyer_department: ({ name }) => `It is made out to ${name}. It must be made out to the organisation itself.`,
  buyer_board: ({ name }) => `It is made out to ${name}. A board cannot be the buyer.`,
  buyer_name_differs: ({ name }) => `The number is ours, but the name is written in another way: ${name}.`,
  issuer_ok: 'It was sent by a third party.',
  issuer_missing: 'It does not say who sent it.',
  issuer_us: 'It was sent by the housing organisation itself.',
  issuer_applicant: 'It was sent by the one who applied.',
  issuer_co_applicant: 'It was sent by a co-applicant.',
  issuer_household: 'It was sent by somebody who lives with the applicant.',
  issuer_decider: 'It was sent by somebody who took part in the decision.',
  issuer_resembles: ({ name }) => `The name ${name} is like that of somebody in the case. Is it another?`,
  commitment_ok: ({ name, day }) => `It belongs to ${name}, which got its yes on ${day}.`,
  commitment_missing: 'It belongs to no commitment yet.',
  commitment_closed: ({ name }) => `${name} is closed, and has no money left for it.`,
  issued_ok: 'It was written after the commitment.',
  issued_before_commitment: ({ day }) => `It is dated ${day}, before the yes.`,
  issued_unknown: 'It has no date.',
  issued_in_future: ({ day }) => `It is dated ${day}, which has not come yet.`,
  delivered_ok: 'It was delivered within the period.',
  delivered_before_commitment: ({ day }) => `It was delivered on ${day}, before the yes.`,
  delivered_after_activity: ({ day }) => `It was delivered on ${day}, after the activity was over. Why?`,
  delivered_after_expiry: ({ day }) => `It was delivered on ${day}, after the commitment ran out.`,
  delivered_unknown: 'It does not say when it was delivered.',
  amount_ok: ({ amount, other }) => (other ? `${amount} is within the ${other} that is left.` : `${amount} in all.`),
  amount_missing: 'It says no amount to pay.',
  over_remaining: ({ amount, other }) => `It is for ${amount}, but only ${other} of the commitment is left.`,
  nothing_remains: 'Nothing of the commitment is left.',
  duplicate_ok: 'We have not had it before.',
  duplicate_number: 'We have an invoice of the same supplier, number and amount.',
  duplicate_file: 'It is the same file that we have had before.',
  currency_ok: 'It is in Danish kroner.',
  currency_other: ({ name }) => `It is in ${name}. We can only pay in Danish kroner.`,
  credit_ok: ({ name }) => `It takes back invoice ${name}, which we accepted.`,
  credit_unknown: ({ name }) =>
    name ? `It takes back invoice ${name}, which we do not know.` : 'It does not say which invoice it takes back.',
  credit_over: ({ name, other }) => `It is larger than what is left of invoice ${name}: ${other}.`,
  credit_elsewhere: ({ name }) => `Invoice ${name} belongs to another commitment.`,
  bank_ok: 'The money goes to the same place as last time.',
  bank_first: 'We have not paid them before. See that the account is right.',
  bank_changed: 'The account is another than last time. Call them on a number that you know before we pay.',
  bank_missing: 'It does not say where the money goes.',
  bank_of_applicant: 'The money would go to the same account as a private outlay in the case.',
  outlay_ok: 'It is a private outlay with a receipt. The fund may pay it.',
  outlay_closed: 'It is a private outlay. The fund may not pay it.',
  outlay_without_receipt: 'A receipt is missing.',
  cash_like: 'There are gift cards or cash on it. Does the commitment say so?',
};

const rulesDa: Readonly<Record<Rule, string>> = {
  document: 'Selve fakturaen',
  buyer: 'Stilet til os',
  issuer: 'En tredje person',
  commitment: 'Tilsagnet',
  issued: 'Datoen',
  delivered: 'Leveringen',
  amount: 'Beløbet',
  duplicate: 'Kun én gang',
  currency: 'Valutaen',
  credit: 'Kreditnotaen',
  bank: 'Kontoen',
  outlay: 'Privat udlæg',
  cash_like: 'Ingen kontanter',
};
const rulesEn: Readonly<Record<Rule, string>> = {
  document: 'The invoice itself',
  buyer: 'Made out to us',
  issuer: 'A third party',
  commitment: 'The commitment',
  issued: 'The date',
  delivered: 'The delivery',
  amount: 'The amount',
  duplicate: 'Only once',
  currency: 'The currency',
  credit: 'The credit note',
  bank: 'The account',
  outlay: 'Private outlay',
  cash_like: 'No cash',
};

const reasonsDa: Readonly<Record<MatchReason, string>> = {
  credited: 'Den tager en faktura i denne sag tilbage.',
  reference: 'Referencen står på fakturaen.',
  supplier: 'Leverandøren står i budgettet.',
  amount: 'Beløbet er det samme som i tilsagnet eller budgettet.',
  applicant: 'Ansøgerens navn står på fakturaen.',
  title: 'Projektets navn står på fakturaen.',
};
const reasonsEn: Readonly<Record<MatchReason, string>> = {
  credited: 'It takes back an invoice in this case.',
  reference: 'The reference stands on the invoice.',
  supplier: 'The supplier stands in the budget.',
  amount: 'The amount is the same as in the commitment or the budget.',
  applicant: 'The name of the applicant stands on the invoice.',
  title: 'The name of the project stands on the invoice.',
};

export const checkText = defineText({
  da: {
    sentences: da,
    rules: rulesDa,
    reasons: reasonsDa,
    severities: { stop: 'Stop', limit: 'Kun en del', answer: 'Skal besvares', look: 'Se efter', fine: 'I orden' },
  },
  en: {
    sentences: en,
    rules: rulesEn,
    reasons: reasonsEn,
    severities: { stop: 'Stop', limit: 'Only a part', answer: 'Needs an answer', look: 'Take a look', fine: 'Fine' },
  },
});
