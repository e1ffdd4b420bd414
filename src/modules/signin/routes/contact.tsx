import { personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { problemIn } from '../../../platform/web/form.ts';
import type { Path } from '../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { signedIn } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { myPagePlace, personById } from '../../housing/public.ts';
import { askToConfirm, confirmContact } from '../commands/codes.ts';
import { codeProblem, readAsk, readConfirmation } from '../forms.ts';
import type { SendTo } from '../rules.ts';
import { openContacts } from '../store/contact-codes.ts';
import { contactText } from '../text/contact.ts';
import { myAddressCodePlace, myAddressPlace } from '../urls.ts';
import { ConfirmPage, MyAddressPage } from '../views/contact.tsx';

const HOME = '/' as Path;
const LIMIT = { rate: { times: 30, minutes: 15 } };

/** A new e-mail or telephone of one's own. */
export function contactRoutes(web: Web): void {
  web.get(myAddressPlace, signedIn, (visit) => showAddress(visit));
  web.post(myAddressPlace, signedIn, takeAddress, LIMIT);
  web.get(myAddressCodePlace, signedIn, showWritten);
  web.post(myAddressCodePlace, signedIn, takeCode, LIMIT);
}

async function showAddress(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const me = (await personById(tx, myId(visit))) ?? missing();
  const head = { title: contactText(language).title, ...(problems ? { status: 422 as const } : {}) };
  return page(head, <MyAddressPage language={language} email={me.email} phone={me.phone} problems={problems} />);
}

async function takeAddress(visit: Visit): Promise<Response> {
  const { tx, form, language } = visit;
  const read = readAsk(form, language);
  if (!read.ok) return showAddress(visit, read.refusal);
  const asked = await askToConfirm(tx, myId(visit), read.value.adresse, language);
  if (!asked.ok) return showAddress(visit, problemIn(form, 'adresse', contactText(language).tooOften));
  return showConfirm(visit, [read.value.adresse], myPagePlace({}));
}

/** The addresses that somebody wrote when they came by a letter. */
async function showWritten(visit: Visit): Promise<Response> {
  const written = await openContacts(visit.tx, visit.query.get('til') ?? '');
  return written.length > 0 ? showConfirm(visit, written, HOME) : visit.redirect(myAddressPlace({}));
}

async function takeCode(visit: Visit): Promise<Response> {
  const { tx, form, language, redirect } = visit;
  const read = readConfirmation(form, language);
  if (!read.ok) {
    const address = readAsk(form, language);
    if (!address.ok) return showAddress(visit, address.refusal);
    return showConfirm(visit, [address.value.adresse], myPagePlace({}), read.refusal);
  }
  const { adresse, kode, derefter } = read.value;
  const confirmed = await confirmContact(tx, myId(visit), { to: adresse, code: kode });
  if (!confirmed.ok) {
    const problem = codeProblem(form, confirmed.refusal, language);
    return showConfirm(visit, derefter ? [adresse, derefter] : [adresse], myPagePlace({}), problem);
  }
  if (derefter) return showConfirm(visit, [derefter], myPagePlace({}));
  return redirect(myPagePlace({}), contactText(language).confirmed);
}

/** Asks for the code to the first address; the other one waits. */
function showConfirm(
  visit: Pick<Visit, 'language' | 'page'>,
  [first, next]: readonly SendTo[],
  later: Path,
  problems?: FormProblems,
): Promise<Response> {
  const { language, page } = visit;
  const head = { title: contactText(language).codeTitle, unlisted: true };
  const address = first?.address ?? '';
  const view = (
    <ConfirmPage language={language} address={address} next={next?.address ?? null} later={later} problems={problems} />
  );
  return page(problems ? { ...head, status: 422 } : head, view);
}

function myId(visit: Visit): Id<'person'> {
  return personIdOf(visit.actor) ?? missing();
}
