import type { Role } from '../../kernel/actor.ts';
import type { JournalKinds } from '../../platform/journal/journal.ts';
import { roleName } from '../housing/public.ts';
import { signinText } from './text/sign-in.ts';
import { waysText } from './text/ways.ts';

/** What a work account did to a person's roles. */
const directory = (said: 'directoryGave' | 'directoryTook'): JournalKinds[string] => ({
  sentence: ({ language, facts, name }) =>
    waysText(language).journal[said](name('person', String(facts.person)), roleName(facts.role as Role, language)),
  names: { person: 'person' },
  audience: 'staff',
});

type Way = 'passkey' | 'mitid' | 'entra';

/** What signing in leaves in the journal. Staff alone read it: who signs in when is nobody else's business. */
export const signinJournal: JournalKinds = {
  'signin.signed_in': {
    sentence: ({ language, facts }) => {
      const { signedIn } = waysText(language).journal;
      return signedIn[facts.by as keyof typeof signedIn] ?? signedIn.mail;
    },
    audience: 'staff',
  },
  'signin.signed_out_everywhere': {
    sentence: ({ language, actor }) => signinText(language).journal.signedOutEverywhere(actor),
    audience: 'staff',
  },
  'signin.signed_out_device': {
    sentence: ({ language, actor }) => signinText(language).journal.signedOutDevice(actor),
    audience: 'staff',
  },
  'signin.letter_used': {
    sentence: ({ language, facts, name }) =>
      signinText(language).journal.letterUsed(name('person', String(facts.person))),
    names: { person: 'person' },
    audience: 'staff',
  },
  'signin.codes_printed': {
    sentence: ({ language, actor, facts }) => signinText(language).journal.codesPrinted(actor, Number(facts.homes)),
    audience: 'staff',
  },
  'signin.codes_revoked': {
    sentence: ({ language, actor, facts }) => signinText(language).journal.codesRevoked(actor, Number(facts.codes)),
    audience: 'staff',
  },
  'signin.way_added': {
    sentence: ({ language, actor, facts }) => waysText(language).journal.added[facts.way as Way](actor),
    audience: 'staff',
  },
  'signin.way_removed': {
    sentence: ({ language, actor, facts }) => waysText(language).journal.removed[facts.way as Way](actor),
    audience: 'staff',
  },
  'signin.ways_decided': {
    sentence: ({ language, actor }) => waysText(language).journal.decided(actor),
    audience: 'staff',
  },
  'signin.roles_lapsed': {
    sentence: ({ language, facts, name }) => waysText(language).journal.lapsed(name('person', String(facts.person))),
    names: { person: 'person' },
    audience: 'staff',
  },
  'signin.directory_gave': directory('directoryGave'),
  'signin.directory_took': directory('directoryTook'),
  'signin.sms_limit_reached': {
    sentence: ({ language, facts }) => waysText(language).journal.smsLimit(Number(facts.aDay)),
    audience: 'staff',
  },
};
