import { defineText, type Language } from '../../../kernel/language.ts';

/** The copy of one's data on paper. */
export const packageText = defineText({
  da: {
    title: 'Det har vi om dig',
    foot: (house: string) => `Kopi af oplysninger fra ${house}`,
    intro: (house: string) =>
      `Her er en kopi af det, som ${house} har om dig. Du kan læse, hvad vi har, og hvorfor vi har det.`,
    rest: 'I samme pakke ligger filen data.json. Den rummer alt, også koder og numre, så et andet system kan læse det. Har vi billeder fra dig, ligger de i mappen filer.',
    basis: (basis: string) => `Grundlag: ${basis}.`,
    more: (count: number) => `Og ${count} mere. De står i data.json.`,
    times: (count: number) => `${count} gange`,
    between: (count: number, first: string, last: string) =>
      first === last ? `${count} gange den ${first}` : `${count} gange fra den ${first} til den ${last}`,
    rights: 'Det kan du bede om',
    rightsText: [
      'Du kan få rettet det, der er forkert.',
      'Du kan blive slettet. Noget skal vi gemme længere, fordi loven siger det. Det får du at vide, før du beslutter dig.',
      'Du kan sige nej til at få beskeder, og du kan tage et ja tilbage.',
      'Du kan klage til Datatilsynet på datatilsynet.dk.',
    ] as readonly string[],
  },
  en: {
    title: 'What we keep on you',
    foot: (house: string) => `Copy of data from ${house}`,
    intro: (house: string) =>
      `Here is a copy of what ${house} keeps on you. You can read what we have, and why we have it.`,
    rest: 'In the same package is the file data.json. It holds everything, codes and numbers too, so that another system can read it. Pictures from you, if we have any, are in the folder filer.',
    basis: (basis: string) => `Basis: ${basis}.`,
    more: (count: number) => `And ${count} more. They are in data.json.`,
    times: (count: number) => `${count} times`,
    between: (count: number, first: string, last: string) =>
      first === last ? `${count} times on ${first}` : `${count} times from ${first} to ${last}`,
    rights: 'What you can ask for',
    rightsText: [
      'You can have what is wrong put right.',
      'You can be erased. Some things we must keep longer, because the law says so. You are told before you decide.',
      'You can say no to messages, and you can take a yes back.',
      'You can complain to the Danish Data Protection Agency at datatilsynet.dk.',
    ],
  },
});

/** What a column is called by people. */
const COLUMNS: Readonly<Record<string, readonly [da: string, en: string]>> = {
  name: ['Navn', 'Name'],
  email: ['E-mail', 'E-mail'],
  phone: ['Telefon', 'Telephone'],
  address: ['Adresse', 'Address'],
  birth_year: ['Født', 'Born'],
  street: ['Vej', 'Street'],
  house_number: ['Nummer', 'Number'],
  floor: ['Etage', 'Floor'],
  door: ['Dør', 'Door'],
  postcode: ['Postnummer', 'Postcode'],
  city: ['By', 'Town'],
  role: ['Rolle', 'Role'],
  said: ['Du skrev', 'You wrote'],
  contact_name: ['Navn', 'Name'],
  contact_email: ['E-mail', 'E-mail'],
  contact_phone: ['Telefon', 'Telephone'],
  guardian_name: ['Forælder', 'Guardian'],
  guardian_contact: ['Forælderens kontakt', 'Guardian’s contact'],
  title: ['Titel', 'Title'],
  what: ['Hvad', 'What'],
  why: ['Hvorfor', 'Why'],
  place: ['Hvor', 'Where'],
  says: ['Skridt', 'Step'],
  words: ['Ord', 'Words'],
  reason: ['Grund', 'Reason'],
  stopped_words: ['Da du stoppede', 'When you stopped'],
  applicant_name: ['Ansøger', 'Applicant'],
  applicant_email: ['E-mail', 'E-mail'],
  applicant_phone: ['Telefon', 'Telephone'],
  applicant_address: ['Adresse', 'Address'],
  purpose: ['Formål', 'Purpose'],
  other_money_words: ['Andre penge', 'Other money'],
  ground_reason: ['Begrundelse', 'Reason'],
  remains: ['Hvad bliver tilbage', 'What remains'],
  who_buys: ['Hvem køber', 'Who buys'],
  supplier: ['Leverandør', 'Supplier'],
  terms: ['Vilkår', 'Terms'],
  best: ['Det bedste', 'The best'],
  differently: ['Anderledes næste gang', 'Differently next time'],
  alt: ['Billedet viser', 'The picture shows'],
  consent: ['Samtykke', 'Consent'],
  sender: ['Afsender', 'Sender'],
  sender_email: ['E-mail', 'E-mail'],
  sender_words: ['Du skrev', 'You wrote'],
  subject: ['Emne', 'Subject'],
  body: ['Tekst', 'Text'],
  message: ['Besked', 'Message'],
  device: ['Enhed', 'Device'],
  story: ['Ord til rapporten', 'Words for the report'],
  from_day: ['Fra', 'From'],
  until_day: ['Til', 'Until'],
  since: ['Siden', 'Since'],
  on_day: ['Dag', 'Day'],
  at: ['Tid', 'Time'],
  person_name: ['Navn', 'Name'],
  outcome_words: ['Hvordan det gik', 'How it went'],
  home_key: ['Adresse, som vi sammenligner den', 'Address, as we compare it'],
  age: ['Alder', 'Age'],
  department: ['Afdeling', 'Department'],
  dwelling: ['Bolig', 'Home'],
  language: ['Sprog', 'Language'],
  tenure: ['Hvor længe du har boet her', 'How long you have lived here'],
  diet: ['Mad', 'Food'],
  access_needs: ['Det, du har brug for', 'What you need'],
  credit: ['Hvem det kommer fra', 'Whom it comes from'],
  who_helps: ['Hvem kan hjælpe', 'Who can help'],
  permissions: ['Tilladelser', 'Permissions'],
  steps: ['Skridt', 'Steps'],
  needs: ['Det skal I bruge', 'What it takes'],
  budget: ['Budget', 'Budget'],
  tasks: ['Opgaver', 'Tasks'],
  tips: ['Gode råd', 'Tips'],
  keywords: ['Søgeord', 'Search words'],
};

const ENDINGS: Readonly<Record<string, readonly [da: string, en: string]>> = {
  _at: ['Tid', 'Time'],
  _on: ['Dag', 'Day'],
};

/** A column in the reader's language; one without words of its own by its kind. */
export function columnWords(column: string, language: Language): string {
  const known = COLUMNS[column] ?? ENDINGS[column.slice(-3)] ?? ['Oplysning', 'Detail'];
  return language === 'da' ? known[0] : known[1];
}
