import { defineText } from './kernel/language.ts';

export const trustedRolesText = defineText({
  da: {
    subject: (name: string) => `${name} har fået en rolle`,
    given: (by: string, name: string, role: string) => `${by} har givet ${name} rollen ”${role}”.`,
    directory: 'Jeres arbejdskonti (Microsoft Entra)',
    trusted: 'Den kan give lov til at godkende betalinger.',
    unknown: 'Kender du ikke personen? Så spørg en kollega, før I to godkender noget.',
    see: 'Se personen',
  },
  en: {
    subject: (name: string) => `${name} has been given a role`,
    given: (by: string, name: string, role: string) => `${by} has given ${name} the role “${role}”.`,
    directory: 'Your work accounts (Microsoft Entra)',
    trusted: 'It may allow them to approve payments.',
    unknown: 'If you do not know the person, ask a colleague before you approve anything together.',
    see: 'See the person',
  },
});
