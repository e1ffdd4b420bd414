import { defineText } from '../../../kernel/language.ts';

/** What things and people are called, and the sentences of the journal. */
export const text = defineText({
  da: {
    aResident: 'En beboer',
    roles: {
      resident: 'beboer',
      board_member: 'medlem af afdelingsbestyrelsen',
      ambassador: 'TrivselsAmbassadør',
      task_leader: 'leder af en opgavegruppe',
      consultant: 'beboerkonsulent',
      organisation_board: 'medlem af organisationsbestyrelsen',
      secretariat: 'sekretariat',
      finance: 'økonomi',
      operations: 'drift',
      municipal_officer: 'medarbejder i kommunen',
      guest: 'gæst',
      catalogue_editor: 'redaktør af kataloget',
    },
    offices: { chair: 'formand', vice_chair: 'næstformand', member: 'medlem' },
    duties: {
      mayor: 'borgmester',
      responsible_chair: 'udvalgsformand eller rådmand for området',
      supervising_staff: 'ansat i kommunens tilsyn',
    },
    kinds: {
      housing_organisation: 'boligorganisation',
      municipality: 'kommune',
      national_body: 'landsdækkende organisation',
      association: 'forening',
    },
    channels: { mail: 'e-mail', sms: 'sms', paper: 'brev', never: 'kontakt mig aldrig' },
    languages: { da: 'Dansk', en: 'English' },
    conflict: {
      public_duty: (duty: string) =>
        `Den, der er ${duty}, kan ikke sidde i organisationsbestyrelsen. Loven vil, at den, der fører tilsyn, ikke også bestemmer (se almenboligloven § 14). Vent, til hvervet er slut, eller vælg en anden.`,
      staff_on_organisation_board: (role: string) =>
        `Den, der er ansat (${role}), kan ikke sidde i organisationsbestyrelsen: De ansatte gør klar til bestyrelsens møder og udfører det, den beslutter. Sekretariatet kan ændre reglen under Indstillinger.`,
      staff_on_department_board: (role: string) =>
        `Den, der er ansat (${role}), kan ikke sidde i en afdelingsbestyrelse her. Sekretariatet kan ændre reglen under Indstillinger.`,
    },
    journal: {
      personRegistered: (actor: string, channel: string) =>
        `${actor} skrev en person ind${channel === 'paper' ? ' fra papir' : channel === 'phone' ? ' fra telefonen' : ''}.`,
      personTakenBack: (actor: string) => `${actor} fortrød, at en person var skrevet ind.`,
      personCorrected: (actor: string) => `${actor} rettede en persons oplysninger.`,
      peopleMerged: (actor: string, name: string) => `${actor} samlede to indskrivninger af ${name}.`,
      preferenceChanged: (actor: string) => `${actor} ændrede, hvordan en person vil kontaktes.`,
      guardianApproved: (actor: string) => `${actor} skrev en forælders ja ind.`,
      roleGranted: (name: string, role: string) => `${name} blev ${role}.`,
      roleEnded: (name: string, role: string) => `${name} er ikke længere ${role}.`,
      dutyRegistered: (name: string) => `${name} har fået en opgave for kommunen.`,
      boardConstituted: (seats: number) =>
        `Bestyrelsen konstituerede sig med ${seats} ${seats === 1 ? 'plads' : 'pladser'}.`,
      movedIn: (name: string, day: string | null) => (day ? `Indflytning ${day}: ${name}.` : `${name} flyttede ind.`),
      movedOut: (name: string, day: string | null) =>
        day ? `Fraflytning, sidste dag ${day}: ${name}.` : `${name} flyttede.`,
      noContact: (actor: string) => `${actor} skrev, at adressen ikke vil kontaktes mere.`,
      contactAllowed: (actor: string) => `${actor} skrev, at adressen gerne må kontaktes igen.`,
      departmentSaved: (actor: string) => `${actor} gemte en afdeling.`,
      organisationSaved: (actor: string) => `${actor} gemte en organisation.`,
    },
  },
  en: {
    aResident: 'A resident',
    roles: {
      resident: 'resident',
      board_member: 'member of the department board',
      ambassador: 'well-being ambassador',
      task_leader: 'leader of a task group',
      consultant: 'community consultant',
      organisation_board: 'member of the organisation board',
      secretariat: 'secretariat',
      finance: 'finance',
      operations: 'operations',
      municipal_officer: 'municipal officer',
      guest: 'guest',
      catalogue_editor: 'editor of the catalogue',
    },
    offices: { chair: 'chair', vice_chair: 'vice-chair', member: 'member' },
    duties: {
      mayor: 'mayor',
      responsible_chair: 'chair of the responsible committee or alderman',
      supervising_staff: 'employed in the municipal supervision',
    },
    kinds: {
      housing_organisation: 'housing organisation',
      municipality: 'municipality',
      national_body: 'national body',
      association: 'association',
    },
    channels: { mail: 'e-mail', sms: 'text message', paper: 'letter', never: 'never contact me' },
    languages: { da: 'Dansk', en: 'English' },
    conflict: {
      public_duty: (duty: string) =>
        `Somebody who is ${duty} cannot sit in the organisation board. The law wants those who supervise not to decide as well (see almenboligloven § 14). Wait until the task has ended, or choose somebody else.`,
      staff_on_organisation_board: (role: string) =>
        `Somebody employed here (${role}) cannot sit in the organisation board: staff prepare the board’s meetings and carry out what it decides. The secretariat can change the rule under Settings.`,
      staff_on_department_board: (role: string) =>
        `Somebody employed here (${role}) cannot sit in a department board. The secretariat can change the rule under Settings.`,
    },
    journal: {
      personRegistered: (actor: string, channel: string) =>
        `${actor} registered a person${channel === 'paper' ? ' from paper' : channel === 'phone' ? ' by telephone' : ''}.`,
      personTakenBack: (actor: string) => `${actor} took the registration of a person back.`,
      personCorrected: (actor: string) => `${actor} corrected a person’s details.`,
      peopleMerged: (actor: string, name: string) => `${actor} merged two records of ${name}.`,
      preferenceChanged: (actor: string) => `${actor} changed how a person wants to be contacted.`,
      guardianApproved: (actor: string) => `${actor} registered a guardian’s approval.`,
      roleGranted: (name: string, role: string) => `${name} became ${role}.`,
      roleEnded: (name: string, role: string) => `${name} is no longer ${role}.`,
      dutyRegistered: (name: string) => `${name} has taken on a task for the municipality.`,
      boardConstituted: (seats: number) =>
        `The board constituted itself with ${seats} ${seats === 1 ? 'seat' : 'seats'}.`,
      movedIn: (name: string, day: string | null) => (day ? `Moved in on ${day}: ${name}.` : `${name} moved in.`),
      movedOut: (name: string, day: string | null) => (day ? `Moved out, last day ${day}: ${name}.` : `${name} moved.`),
      noContact: (actor: string) => `${actor} noted that the address does not want to be contacted.`,
      contactAllowed: (actor: string) => `${actor} noted that the address may be contacted again.`,
      departmentSaved: (actor: string) => `${actor} saved a department.`,
      organisationSaved: (actor: string) => `${actor} saved an organisation.`,
    },
  },
});
