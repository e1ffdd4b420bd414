import type { Language } from '../../kernel/language.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';
import { type Example, exampleIn, LONG_WORD } from '../../ui/gallery/example.ts';
import { OPEN_AT_FIRST } from './rules/ways.ts';
import { signinText } from './text/sign-in.ts';
import { waysText } from './text/ways.ts';
import { signInPlace } from './urls.ts';
import { CodePage } from './views/code.tsx';
import { ConfirmPage, MyAddressPage } from './views/contact.tsx';
import { CodesPage, DevicesPage } from './views/pages.tsx';
import { HouseholdPage, LetterPage, LinkPage, SignInPage, Under15Page } from './views/sign-in.tsx';
import { StrangerPage, TiePage, VouchTroublePage } from './views/vouched.tsx';
import { WaySettingsPage } from './views/way-settings.tsx';
import { WaysPage } from './views/ways.tsx';

const wish = { id: '1', address: 'mette.holm@example.dk', returnPath: '/din-tur' };
const home = ['Kærhaven 12A, 3. tv', '8000 Vesterby'];
const then = new Date('2026-05-03T10:00:00Z');
const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const departments = [
  { id: '1', name: 'Kærhaven', homes: 96, holding: 90, used: 41 },
  { id: '2', name: LONG_WORD, homes: 0, holding: 0, used: 0 },
];

const example = exampleIn('Log ind');

const wrong = (field: string, value: string, message: string): FormProblems => ({
  values: { [field]: value },
  messages: [{ field, message }],
});

/** The ways in, with every refusal that a person can meet. */
export function signinGallery(language: Language): Example[] {
  return [
    ...beginExamples(language),
    ...wayExamples(language),
    ...codeExamples(language),
    ...letterExamples(language),
    ...addressExamples(language),
    ...printExamples(language),
  ];
}

function beginExamples(language: Language): Example[] {
  const { problem } = signinText(language);
  const begin = { language, returnPath: null, passkey: true, offered: ['mitid', 'entra'] } as const;
  return [
    example('begin', <SignInPage {...begin} />),
    example('not an address', <SignInPage {...begin} problems={wrong('adresse', 'mette', problem.addressWrong)} />),
    example('begin, after a passkey that failed', <SignInPage {...begin} trouble={waysText(language).passkeyFailed} />),
  ];
}

function wayExamples(language: Language): Example[] {
  const words = waysText(language);
  const passkeys = ['Min telefon', LONG_WORD].map((name, at) => ({
    id: String(at + 1),
    name,
    addedAt: then,
    lastUsedAt: at === 0 ? then : null,
  }));
  const identities = [{ id: '3', way: 'mitid', addedAt: then, lastUsedAt: then }] as const;
  const ways = { language, passkeys, identities, mayAdd: 'yes', ground: 'own', offered: ['entra'] } as const;
  const settings = {
    language,
    open: OPEN_AT_FIRST,
    setUp: { sms: true, passkey: true, mitid: false, entra: false },
    used: 12,
  };
  return [
    example('ways, none yet', <WaysPage {...ways} passkeys={[]} identities={[]} />),
    example('ways, many', <WaysPage {...ways} />),
    example('ways, by paper alone', <WaysPage {...ways} ground="paper" />),
    example('ways, own way first', <WaysPage {...ways} ground="nothing" offered={[]} />),
    example(
      'ways, a name that is missing',
      <WaysPage {...ways} wrong={{ id: '1', problems: wrong('navn', '', words.nameMissing) }} />,
    ),
    example('ways, no site for passkeys', <WaysPage {...ways} passkeys={[]} mayAdd="nowhere" offered={[]} />),
    example('a stranger’s MitID', <StrangerPage language={language} way="mitid" returnPath={null} />),
    ...(['fits', 'differs', 'unknown'] as const).map((fit) =>
      example(
        `is it yours? its name ${fit}`,
        <TiePage language={language} way="mitid" name={LONG_WORD} fit={fit} begunAt={then} returnPath={null} />,
      ),
    ),
    example('MitID at a low level', <VouchTroublePage language={language} way="mitid" why="level" />),
    example('a work account that is another’s', <VouchTroublePage language={language} way="entra" why="taken" />),
    example('which ways are open', <WaySettingsPage {...settings} />),
    example(
      'a limit that is no number',
      <WaySettingsPage {...settings} problems={wrong('loft', 'mange', words.smsADayWrong)} />,
    ),
  ];
}

function codeExamples(language: Language): Example[] {
  const { problem } = signinText(language);
  return [
    example('the code', <CodePage language={language} wish={wish} />),
    example('the code, or by SMS', <CodePage language={language} wish={wish} sms />),
    example(
      'a wrong code',
      <CodePage language={language} wish={wish} problems={wrong('kode', '123456', problem.wrong)} />,
    ),
    example(
      'too many guesses',
      <CodePage language={language} wish={wish} problems={wrong('kode', '123456', problem.too_many_tries)} spent />,
    ),
    example('the code on another device', <CodePage language={language} wish={null} />),
    example('the link', <LinkPage language={language} token="abc" />),
    example('a used link', <LinkPage language={language} token="abc" problem={problem.expired} />),
  ];
}

function letterExamples(language: Language): Example[] {
  const { problem } = signinText(language);
  return [
    example('the letter', <LetterPage language={language} code="" />),
    example(
      'an unknown letter',
      <LetterPage language={language} code="" problems={wrong('kode', 'ACD-EFH-JKL0', problem.unknown)} />,
    ),
    example(
      'too many wrong letters',
      <LetterPage language={language} code="" problems={wrong('kode', 'ACD-EFH-JKLM', problem.closed)} />,
    ),
    example('who are you', <HouseholdPage language={language} code="ACDEFHJKLM" address={home} />),
    example(
      'who are you, refused',
      <HouseholdPage
        language={language}
        code="ACDEFHJKLM"
        address={home}
        problems={{
          values: { navn: '', email: 'mette@', telefon: '12' },
          messages: [
            { field: 'navn', message: problem.nameMissing },
            { field: 'email', message: problem.emailWrong },
            { field: 'alder', message: problem.ageMissing },
          ],
        }}
      />,
    ),
    example('under 15', <Under15Page language={language} />),
  ];
}

function addressExamples(language: Language): Example[] {
  const { problem } = signinText(language);
  return [
    example(
      'devices',
      <DevicesPage
        language={language}
        feeds
        devices={[
          { key: 'a', here: true, userAgent: firefox, way: 'letter', since: then, lastSeen: then },
          { key: 'b', here: false, userAgent: LONG_WORD, way: null, since: then, lastSeen: then },
        ]}
      />,
    ),
    example('my addresses', <MyAddressPage language={language} email={wish.address} phone={null} />),
    example(
      'a code to my new address',
      <ConfirmPage language={language} address={wish.address} next={null} later={signInPlace({})} />,
    ),
    example(
      'a wrong code to my new address',
      <ConfirmPage
        language={language}
        address="+4520304050"
        next={null}
        later={signInPlace({})}
        problems={wrong('kode', '123456', problem.wrong)}
      />,
    ),
  ];
}

function printExamples(language: Language): Example[] {
  const { problem } = signinText(language);
  return [
    example('codes', <CodesPage language={language} departments={departments} pdf={true} />),
    example('codes, no departments yet', <CodesPage language={language} departments={[]} pdf={true} />),
    example(
      'codes, nothing chosen',
      <CodesPage
        language={language}
        departments={departments}
        pdf={false}
        problems={wrong('afdeling', '', problem.departmentMissing)}
      />,
    ),
  ];
}
