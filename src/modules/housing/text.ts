import { defineText } from '../../kernel/language.ts';

/** Every word of housing. */
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
    },
    journal: {
      personRegistered: (actor: string, channel: string) =>
        `${actor} skrev en person ind${channel === 'paper' ? ' fra papir' : channel === 'phone' ? ' fra telefonen' : ''}.`,
      personCorrected: (actor: string) => `${actor} rettede en persons oplysninger.`,
      preferenceChanged: (actor: string) => `${actor} ændrede, hvordan en person vil kontaktes.`,
      guardianApproved: (actor: string) => `${actor} skrev en forælders ja ind.`,
      roleGranted: (name: string, role: string) => `${name} blev ${role}.`,
      roleEnded: (name: string, role: string) => `${name} er ikke længere ${role}.`,
      dutyRegistered: (name: string) => `${name} har fået en opgave for kommunen.`,
      boardConstituted: (seats: number) =>
        `Bestyrelsen konstituerede sig med ${seats} ${seats === 1 ? 'plads' : 'pladser'}.`,
      movedIn: (name: string) => `${name} flyttede ind.`,
      movedOut: (name: string) => `${name} flyttede.`,
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
    },
    journal: {
      personRegistered: (actor: string, channel: string) =>
        `${actor} registered a person${channel === 'paper' ? ' from paper' : channel === 'phone' ? ' by telephone' : ''}.`,
      personCorrected: (actor: string) => `${actor} corrected a person’s details.`,
      preferenceChanged: (actor: string) => `${actor} changed how a person wants to be contacted.`,
      guardianApproved: (actor: string) => `${actor} registered a guardian’s approval.`,
      roleGranted: (name: string, role: string) => `${name} became ${role}.`,
      roleEnded: (name: string, role: string) => `${name} is no longer ${role}.`,
      dutyRegistered: (name: string) => `${name} has taken on a task for the municipality.`,
      boardConstituted: (seats: number) =>
        `The board constituted itself with ${seats} ${seats === 1 ? 'seat' : 'seats'}.`,
      movedIn: (name: string) => `${name} moved in.`,
      movedOut: (name: string) => `${name} moved.`,
      noContact: (actor: string) => `${actor} noted that the address does not want to be contacted.`,
      contactAllowed: (actor: string) => `${actor} noted that the address may be contacted again.`,
      departmentSaved: (actor: string) => `${actor} saved a department.`,
      organisationSaved: (actor: string) => `${actor} saved an organisation.`,
    },
  },
});
