import { actingPerson } from '../../../kernel/actor.ts';
import { addressLines, formatAddress } from '../../../kernel/address.ts';
import { addDays } from '../../../kernel/day.ts';
import { formatPhone } from '../../../kernel/format.ts';
import { readId } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import { brandOf } from '../../../platform/documents/brand.ts';
import { renderPdf, typstAvailable } from '../../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../../platform/documents/print-html.tsx';
import { problemIn } from '../../../platform/web/form.ts';
import type { Path } from '../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { hasFeeds, renewFeeds } from '../../connections/public.ts';
import { signOutElsewhere } from '../../houses/public.ts';
import { departmentById, departments, ownOrganisation, readersAt, tenanciesAt } from '../../housing/public.ts';
import {
  issueDepartmentCodes,
  issueHomeCode,
  noteSignedOutEverywhere,
  type PrintedCode,
  revokeDepartmentCodes,
  signOutDevice,
} from '../commands/codes.ts';
import { forgetIdentity } from '../commands/identities.ts';
import { readPrint } from '../forms.ts';
import { codeCards, codeLetters } from '../letters.ts';
import { LETTER_DAYS } from '../rules.ts';
import { devicesOf } from '../store/devices.ts';
import { codesByDepartment } from '../store/letters.ts';
import { codesText } from '../text/codes.ts';
import { signinText } from '../text/sign-in.ts';
import {
  codesPlace,
  codesPrintPlace,
  codesRevokePlace,
  devicesPlace,
  signInPlace,
  signOutDevicePlace,
  signOutEverywherePlace,
  signOutPlace,
} from '../urls.ts';
import { CodesPage, DevicesPage } from '../views/pages.tsx';

export function signinPageRoutes(web: Web): void {
  web.post(signOutPlace, anyone, signOut);
  web.get(devicesPlace, signedIn, showDevices);
  web.post(signOutEverywherePlace, signedIn, signOutEverywhere);
  web.post(signOutDevicePlace, signedIn, signOutOther);
  web.get(codesPlace, staff, (visit) => showCodes(visit));
  web.post(codesPrintPlace, staff, printCodes);
  web.post(codesRevokePlace, staff, revokeCodes);
}

async function signOut(visit: Visit): Promise<Response> {
  await visit.signOut('here');
  await leaveNothing(visit);
  return visit.redirect('/' as Path, signinText(visit.language).signedOut);
}

/** Whoever comes to this browser next is not offered what somebody else began in it. */
async function leaveNothing({ tx, held, hold }: Visit): Promise<void> {
  await forgetIdentity(tx, held);
  hold('', 0);
}

async function showDevices({ tx, actor, session, language, page }: Visit): Promise<Response> {
  if (actor.kind !== 'person') return missing();
  const devices = await devicesOf(tx, actor.personId, session?.tokenHash ?? null);
  const feeds = await hasFeeds(tx, actor.personId);
  const view = <DevicesPage language={language} devices={devices} feeds={feeds} />;
  return page({ title: signinText(language).devicesTitle, wide: true }, view);
}

async function signOutEverywhere(visit: Visit): Promise<Response> {
  const me = actingPerson(visit);
  const feeds = visit.form.has('kalender');
  noteSignedOutEverywhere(visit.tx);
  if (feeds) await renewFeeds(visit.tx, me);
  await signOutElsewhere(visit.tx, me, { feeds });
  await visit.signOut('everywhere');
  await leaveNothing(visit);
  return visit.redirect(signInPlace({}), signinText(visit.language).signedOutEverywhere);
}

async function signOutOther(visit: Visit<'/min-side/enheder/:device/log-ud'>): Promise<Response> {
  if (!(await signOutDevice(visit.tx, visit.params.device))) return missing();
  return visit.redirect(devicesPlace({}), signinText(visit.language).signedOutDevice);
}

async function showCodes({ tx, language, page }: Visit, problems?: FormProblems): Promise<Response> {
  const standing = await codesByDepartment(tx);
  const rows = (await departments(tx)).map(({ id, name }) => ({
    id,
    name,
    ...(standing.get(id) ?? { homes: 0, holding: 0, used: 0 }),
  }));
  const head = { title: codesText(language).codesTitle, wide: true };
  const view = <CodesPage language={language} departments={rows} problems={problems} pdf={typstAvailable()} />;
  return page(problems ? { ...head, status: 422 } : head, view);
}

async function printCodes(visit: Visit): Promise<Response> {
  const { tx, form, language, file } = visit;
  const read = readPrint(form, language);
  if (!read.ok) return showCodes(visit, read.refusal);
  const issued = await issueFor(visit, read.value);
  if (!issued.ok) return showCodes(visit, issued.refusal);
  const organisation = await ownOrganisation(tx);
  const paper = {
    origin: tx.origin,
    sender: tx.tenant.name,
    language: tx.tenant.language,
    day: tx.today,
    until: addDays(tx.today, LETTER_DAYS),
    phone: formatPhone(organisation.phone),
    about: issued.value.about,
  };
  const readers = await readersAt(
    tx,
    issued.value.codes.map((one) => one.tenancyId),
  );
  const codes = issued.value.codes.map((one) => ({
    home: formatAddress(one),
    address: addressLines(one),
    code: one.code,
    language: readers.get(one.tenancyId)?.language ?? tx.tenant.language,
    large: readers.get(one.tenancyId)?.large ?? false,
  }));
  const letters = codeLetters(codes, paper);
  const brand = await brandOf(tx, organisation);
  const pdf = await renderPdf(read.value.som === 'breve' ? letters : codeCards(codes, paper), brand);
  const name = `koder-${tx.today}`;
  if (pdf.ok) return file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf` });
  return file({ bytes: renderPrintHtml(letters, brand), type: 'text/html; charset=utf-8', name: `${name}.html` });
}

async function issueFor(
  { tx, form, language }: Visit,
  wanted: { readonly afdeling: string; readonly adresse: string },
): Promise<Outcome<{ readonly codes: readonly PrintedCode[]; readonly about: string }, FormProblems>> {
  const { problem } = signinText(language);
  if (wanted.adresse) {
    const homes = await tenanciesAt(tx, wanted.adresse);
    const [home, another] = homes;
    if (!home) return refused(problemIn(form, 'adresse', problem.homeUnknown));
    if (another) return refused(problemIn(form, 'adresse', problem.homeMany(homes.map(formatAddress).join('; '))));
    return ok({ codes: await issueHomeCode(tx, home), about: formatAddress(home) });
  }
  const id = readId<'department'>(wanted.afdeling);
  const department = (id && (await departmentById(tx, id))) ?? missing();
  const codes = await issueDepartmentCodes(tx, department);
  if (codes.length === 0) return refused(problemIn(form, 'afdeling', problem.departmentMissing));
  return ok({ codes, about: department.name });
}

async function revokeCodes({ tx, form, language, redirect }: Visit): Promise<Response> {
  const id = readId<'department'>(String(form.get('afdeling') ?? ''));
  const department = id && (await departmentById(tx, id));
  if (!department) return redirect(codesPlace({}));
  return redirect(codesPlace({}), codesText(language).revoked(await revokeDepartmentCodes(tx, department)));
}
