import { defineText } from '../../../kernel/language.ts';

/** The guide for those who set other systems up: they know what an API is, so it may be said. */
export const apiText = defineText({
  da: {
    title: 'For it-folk: hent fra Grobund',
    intro:
      'Andre systemer kan læse fra Grobund med en nøgle. De kan ikke rette noget. Sekretariatet laver nøglen under Kontoret, Forbindelser.',
    file: 'OpenAPI-filen',
    fileText: 'beskriver hvert felt. Læs den ind i jeres værktøj.',
    asking: 'Sådan spørger I',
    askingText: 'Send nøglen i headeren Authorization. Spørg igen med after, indtil next er null.',
    resources: 'Det, der kan hentes',
    about: {
      initiatives: 'Initiativer: hvad beboere vil lave sammen, og hvor langt det er.',
      departments: 'Afdelinger, med hvor mange boliger de har.',
      homes: 'Boliger og deres adresser, uden dem der bor der.',
      people: 'Personer med navn, kontakt og afdeling. Personer med beskyttet navn er aldrig med.',
      funds: 'Puljer, med årets penge.',
      applications: 'Ansøgninger til puljerne, med beløb og hvor langt de er. Ansøgeren er ikke med.',
      invoices: 'Fakturaer: beløb, CVR-nummer, og hvor langt de er. Navne er ikke med.',
      payments: 'Betalinger: beløb, dag og hvor langt de er. Modtager og konto er ikke med.',
      results: 'Det, puljerne har støttet, og hvor mange der kom. Det samme, som alle kan læse.',
      events: 'Hændelser: det, der er sket, som koder og numre. Uden navne og uden det, folk har skrevet.',
    },
    path: 'Adresse',
    what: 'Hvad',
    area: 'Nøglen skal åbne',
    rules: 'Godt at vide',
    rate: (times: number, minutes: number) =>
      `En nøgle kan spørge ${times} gange på ${minutes} minutter. Derefter er svaret 429 med Retry-After.`,
    ruleList: [
      'Beløb er i hele øre. Dage er ÅÅÅÅ-MM-DD, tidspunkter er i UTC. Id’er ændrer sig ikke.',
      'Send ETag tilbage i If-None-Match. Er intet ændret, er svaret 304 uden indhold.',
      'Fejl er JSON efter RFC 9457. En forkert, udløbet eller lukket nøgle giver 401.',
      'Nøgler er til servere. Andre siders script kan ikke læse svarene (ingen CORS), bortset fra OpenAPI-filen.',
      'Felter kan komme til, men ikke forsvinde. Spring over dem, I ikke kender.',
    ],
    webhooks: 'Få besked, når noget sker',
    webhooksText:
      'Sekretariatet kan lade Grobund sende en besked til jeres adresse. Den er underskrevet efter Standard Webhooks.',
    webhookList: [
      'Svar med 2xx inden ti sekunder. Ellers kommer den igen, først efter 30 sekunder, så sjældnere, i fem dage.',
      'Beskederne kommer i den rækkefølge, tingene skete. Den samme kan komme to gange: kend den på webhook-id.',
      'Regn HMAC-SHA256 af "webhook-id.webhook-timestamp.indhold" ud med hemmeligheden, og sammenlign med webhook-signature.',
      'Hemmeligheden står efter whsec_ som base64. Ved skift gælder to i et døgn, og så er der to underskrifter.',
      'Har I været nede for længe, så hent resten under events.',
    ],
  },
  en: {
    title: 'For IT people: read from Grobund',
    intro:
      'Other systems can read from Grobund with a key. They cannot change anything. The secretariat makes the key under The office, Connections.',
    file: 'The OpenAPI file',
    fileText: 'describes each field. Load it into your tool.',
    asking: 'How to ask',
    askingText: 'Send the key in the Authorization header. Ask again with after until next is null.',
    resources: 'What can be read',
    about: {
      initiatives: 'Initiatives: what residents want to do together, and how far it is.',
      departments: 'Departments, with the number of their homes.',
      homes: 'Homes and their addresses, without those who live there.',
      people: 'People with name, contact and department. People with protected names are never among them.',
      funds: 'Funds, with the money of the period that holds today.',
      applications: 'Applications to the funds, with amounts and how far they are. The applicant is not told.',
      invoices: 'Invoices: amount, company number, and how far they are. Names are not told.',
      payments: 'Payments: amount, day and how far they are. Payee and account are not told.',
      results: 'What the funds have supported, and how many came. The same as everybody may read.',
      events: 'Events: what happened, in codes and numbers. Without names, and without what people wrote.',
    },
    path: 'Address',
    what: 'What',
    area: 'The key must open',
    rules: 'Good to know',
    rate: (times: number, minutes: number) =>
      `A key can ask ${times} times in ${minutes} minutes. After that the answer is 429 with Retry-After.`,
    ruleList: [
      'Amounts are whole øre. Days are YYYY-MM-DD, instants are UTC. Ids do not change.',
      'Send the ETag back in If-None-Match. When nothing has changed, the answer is 304 without content.',
      'Errors are JSON by RFC 9457. A wrong, expired or closed key gives 401.',
      'Keys are for servers. Scripts of other sites cannot read the answers (no CORS), except the OpenAPI file.',
      'Fields may be added, never taken away. Skip those you do not know.',
    ],
    webhooks: 'Be told when something happens',
    webhooksText: 'The secretariat can let Grobund send a message to your address. It is signed by Standard Webhooks.',
    webhookList: [
      'Answer with 2xx within ten seconds. Else it comes again, first after 30 seconds, then more seldom, for five days.',
      'Messages come in the order in which things happened. The same may come twice: know it by webhook-id.',
      'Work out HMAC-SHA256 of "webhook-id.webhook-timestamp.body" with the secret, and compare with webhook-signature.',
      'The secret stands after whsec_ as base64. When it changes, two hold for a day, and there are two signatures.',
      'If you were down for too long, read the rest under events.',
    ],
  },
});
