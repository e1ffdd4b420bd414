import { readDay } from '../../kernel/day.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import type { Facts, JournalKinds } from '../../platform/journal/journal.ts';
import { text } from './text/names.ts';

/** What housing writes in the journal. The subject is the person, the department or the home it is about. */
export const housingJournal: JournalKinds = {
  'housing.person_registered': {
    sentence: ({ language, actor, facts }) => text(language).journal.personRegistered(actor, String(facts.channel)),
    audience: 'staff',
  },
  'housing.person_taken_back': {
    sentence: ({ language, actor }) => text(language).journal.personTakenBack(actor),
    audience: 'staff',
  },
  'housing.person_corrected': {
    sentence: ({ language, actor }) => text(language).journal.personCorrected(actor),
    audience: 'staff',
  },
  'housing.people_merged': {
    sentence: ({ language, actor, facts, name }) =>
      text(language).journal.peopleMerged(actor, name('person', String(facts.person))),
    names: { person: 'person' },
    audience: 'staff',
  },
  'housing.preference_changed': {
    sentence: ({ language, actor }) => text(language).journal.preferenceChanged(actor),
    audience: 'staff',
  },
  'housing.guardian_approved': {
    sentence: ({ language, actor }) => text(language).journal.guardianApproved(actor),
    audience: 'staff',
  },
  'housing.role_granted': {
    sentence: ({ language, facts, name }) =>
      text(language).journal.roleGranted(
        name('person', String(facts.person)),
        text(language).roles[String(facts.role) as 'resident'],
      ),
    names: { person: 'person' },
    audience: 'staff',
  },
  'housing.role_ended': {
    sentence: ({ language, facts, name }) =>
      text(language).journal.roleEnded(
        name('person', String(facts.person)),
        text(language).roles[String(facts.role) as 'resident'],
      ),
    names: { person: 'person' },
    audience: 'staff',
  },
  'housing.duty_registered': {
    sentence: ({ language, facts, name }) =>
      text(language).journal.dutyRegistered(name('person', String(facts.person))),
    names: { person: 'person' },
    audience: 'staff',
  },
  'housing.board_constituted': {
    sentence: ({ language, facts }) => text(language).journal.boardConstituted(Number(facts.seats)),
    audience: 'members',
  },
  'housing.moved_in': {
    sentence: ({ language, facts, name }) =>
      text(language).journal.movedIn(name('person', String(facts.person)), dayIn(facts, language)),
    names: { person: 'person' },
    audience: 'staff',
  },
  'housing.moved_out': {
    sentence: ({ language, facts, name }) =>
      text(language).journal.movedOut(name('person', String(facts.person)), dayIn(facts, language)),
    names: { person: 'person' },
    audience: 'staff',
  },
  'housing.no_contact': {
    sentence: ({ language, actor }) => text(language).journal.noContact(actor),
    audience: 'staff',
  },
  'housing.contact_allowed': {
    sentence: ({ language, actor }) => text(language).journal.contactAllowed(actor),
    audience: 'staff',
  },
  'housing.department_saved': {
    sentence: ({ language, actor }) => text(language).journal.departmentSaved(actor),
    audience: 'staff',
  },
  'housing.organisation_saved': {
    sentence: ({ language, actor }) => text(language).journal.organisationSaved(actor),
    audience: 'staff',
  },
};

/** Entries from before moves had a day of their own tell none. */
function dayIn(facts: Facts, language: Language): string | null {
  const day = readDay(String(facts.day ?? ''));
  return day && formatDay(day, language);
}
