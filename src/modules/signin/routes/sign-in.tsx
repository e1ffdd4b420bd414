import { addressLines } from '../../../kernel/address.ts';
import { readId } from '../../../kernel/id.ts';
import { type Outcome, ok } from '../../../kernel/outcome.ts';
import { problemIn } from '../../../platform/web/form.ts';
import type { Path } from '../../../platform/web/path.ts';
import type { Visit, Web } from '../../../platform/web/web.ts';
import { anyone } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { askForCode, maySmsBeAsked } from '../commands/asking.ts';
import { contactsIn, enterCode, enterHousehold, enterLink, openLetter } from '../commands/codes.ts';
import { codeProblem, readAddressCode, readAsk, readHousehold, readLetter, readWishCode } from '../forms.ts';
import { passkeySite, waysShown } from '../rules/ways.ts';
import { readReturn } from '../rules.ts';
import { wishById } from '../store/codes.ts';
import { closeContacts } from '../store/contact-codes.ts';
import { openWays } from '../store/settings.ts';
import { signinText } from '../text/sign-in.ts';
import { codePlace, letterNamePlace, letterPlace, linkPlace, myAddressCodePlace, signInPlace } from '../urls.ts';
import { CodePage } from '../views/code.tsx';
import { HouseholdPage, LetterPage, LinkPage, SignInPage, Under15Page } from '../views/sign-in.tsx';
import type { SignInParts } from './given.ts';
import { offeredIn } from './ways.tsx';
import { welcome } from './welcome.ts';

const HOME = '/' as Path;
/** A stairwell behind one router may sign in on the same evening; a guesser gets nowhere at this rate. */
const LIMIT = { rate: { times: 30, minutes: 15 } };

export function signInRoutes(web: Web, parts: SignInParts): void {
  web.get(signInPlace, anyone, (visit) => {
    const returnPath = readReturn(visit.query.get('retur'));
    if (visit.actor.kind === 'person') return visit.redirect(returnPath ?? HOME);
    return showSignIn(visit, parts, { returnPath });
  });
  web.post(signInPlace, anyone, (visit) => sendCode(visit, parts), LIMIT);
  web.get(codePlace, anyone, (visit) => showCode(visit, parts));
  web.post(codePlace, anyone, (visit) => takeCode(visit, parts), LIMIT);
  web.get(linkPlace, anyone, showLink);
  web.post(linkPlace, anyone, takeLink, LIMIT);
  web.get(letterPlace, anyone, (visit) => showLetter(visit));
  web.post(letterPlace, anyone, takeLetter, LIMIT);
  web.post(letterNamePlace, anyone, takeName, LIMIT);
}

/** `trouble`: why the way that was just tried did not lead in. */
export async function showSignIn(
  visit: Pick<Visit, 'tx' | 'language' | 'page'>,
  parts: SignInParts,
  shown: { readonly returnPath: Path | null; readonly problems?: FormProblems; readonly trouble?: string },
): Promise<Response> {
  const { tx, language, page } = visit;
  const open = waysShown(tx.tenant);
  const passkey = open.passkey && passkeySite(tx.origin) !== null;
  const view = () => (
    <SignInPage language={language} {...shown} passkey={passkey} offered={offeredIn(tx, parts, open)} />
  );
  const head = { title: signinText(language).title };
  return page(shown.problems || shown.trouble ? { ...head, status: 422 } : head, view);
}

async function sendCode(visit: Visit, parts: SignInParts): Promise<Response> {
  const { tx, language, form, redirect } = visit;
  const returnPath = readReturn(String(form.get('retur') ?? ''));
  const read = readAsk(form, language);
  if (!read.ok) return showSignIn(visit, parts, { returnPath, problems: read.refusal });
  const bySms = form.get('som') === 'sms';
  if (bySms || read.value.adresse.channel === 'sms') {
    const may = await maySmsBeAsked(tx, read.value.adresse, visit.bucketOf('signin sms'));
    const { sms } = signinText(language).problem;
    if (!may.ok)
      return showSignIn(visit, parts, { returnPath, problems: problemIn(form, 'adresse', sms[may.refusal]) });
  }
  const wish = await askForCode(tx, { ...read.value.adresse, language, returnPath, bySms });
  return redirect(codePlace({}, { til: wish }));
}

async function showCode(
  { tx, language, query, form, page }: Visit,
  parts: SignInParts,
  problems?: FormProblems,
  spent = false,
): Promise<Response> {
  const id = readId<'sign_in_code'>(query.get('til') ?? String(form.get('til') ?? ''));
  const wish = id && (await wishById(tx, id));
  const head = { title: signinText(language).codeTitle, unlisted: true };
  const sms = parts.sms && wish !== null && (await openWays(tx)).sms;
  const view = <CodePage language={language} wish={wish} problems={problems} spent={spent} sms={sms} />;
  return page(problems ? { ...head, status: 422 } : head, view);
}

async function takeCode(visit: Visit, parts: SignInParts): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readEntry(visit);
  if (!read.ok) return showCode(visit, parts, read.refusal);
  const entered = await enterCode(tx, read.value);
  if (entered.ok) return welcome(visit, entered.value, entered.value.returnPath);
  return showCode(visit, parts, codeProblem(form, entered.refusal, language), entered.refusal !== 'wrong');
}

/** On the device that asked, the page knows the wish; on another, the address is typed too. */
function readEntry({ form, language }: Visit): Outcome<Parameters<typeof enterCode>[1], FormProblems> {
  const wish = readId<'sign_in_code'>(String(form.get('til') ?? ''));
  if (wish) {
    const read = readWishCode(form, language);
    return read.ok ? ok({ wish, code: read.value.kode }) : read;
  }
  const read = readAddressCode(form, language);
  return read.ok ? ok({ address: read.value.adresse.address, code: read.value.kode }) : read;
}

function showLink({ language, params, page }: Visit<'/log-ind/link/:token'>): Promise<Response> {
  const head = { title: signinText(language).linkTitle, unlisted: true };
  return page(head, <LinkPage language={language} token={params.token} />);
}

async function takeLink(visit: Visit<'/log-ind/link/:token'>): Promise<Response> {
  const { tx, language, params, page } = visit;
  const entered = await enterLink(tx, params.token);
  if (entered.ok) return welcome(visit, entered.value, entered.value.returnPath);
  const text = signinText(language);
  const view = <LinkPage language={language} token={params.token} problem={text.problem[entered.refusal]} />;
  return page({ title: text.linkTitle, status: 422, unlisted: true }, view);
}

function showLetter({ language, query, form, page }: Visit, problems?: FormProblems): Promise<Response> {
  const code = query.get('kode') ?? String(form.get('kode') ?? '');
  const head = { title: signinText(language).letterTitle, unlisted: true };
  const view = <LetterPage language={language} code={code} problems={problems} />;
  return page(problems ? { ...head, status: 422 } : head, view);
}

async function takeLetter(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readLetter(form, language);
  if (!read.ok) return showLetter(visit, read.refusal);
  const opened = await openLetter(tx, read.value.kode);
  if (!opened.ok) return showLetter(visit, codeProblem(form, opened.refusal, language));
  return visit.page(
    { title: signinText(language).letterTitle, unlisted: true },
    <HouseholdPage language={language} code={read.value.kode} address={addressLines(opened.value.home)} />,
  );
}

async function takeName(visit: Visit): Promise<Response> {
  const { tx, language, form, page } = visit;
  const text = signinText(language);
  const code = readLetter(form, language);
  const opened = code.ok ? await openLetter(tx, code.value.kode) : null;
  if (!code.ok) return showLetter(visit, code.refusal);
  if (!opened?.ok) return showLetter(visit, codeProblem(form, opened?.refusal ?? 'unknown', language));
  const again = (problems: FormProblems) => {
    const address = addressLines(opened.value.home);
    const view = <HouseholdPage language={language} code={code.value.kode} address={address} problems={problems} />;
    return page({ title: text.letterTitle, status: 422, unlisted: true }, view);
  };
  const read = readHousehold(form, language);
  if (!read.ok) return again(read.refusal);
  if (read.value.alder === 'nej') {
    return page({ title: text.under15Title, unlisted: true }, <Under15Page language={language} />);
  }
  const { kode, navn, email, telefon } = read.value;
  const entered = await enterHousehold(tx, { code: kode, name: navn, email, phone: telefon, language });
  if (!entered.ok) return showLetter(visit, codeProblem(form, 'unknown', language));
  const written = contactsIn({ email, phone: telefon });
  const next = written.length > 0 ? myAddressCodePlace({}, { til: await closeContacts(tx, written) }) : HOME;
  return welcome(visit, { personId: entered.value, way: 'letter' }, next, text.welcome(navn.split(' ')[0] ?? navn));
}
