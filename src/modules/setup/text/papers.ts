import { defineText } from '../../../kernel/language.ts';

/** What is ready-made: the rules of the fund, the letter to every home, the poster, and two mails. */
export const papersText = defineText({
  da: {
    policy: [
      '{pulje} er til det, naboer gør sammen. {organisation} har sat {ialt} af fra {fra} til {til}. Højst {loft} kan gå til hvert projekt.',
      'Hvem kan søge? Beboere, bestyrelser, foreninger og ansatte. I skal være mere end én om det, og andre skal kunne være med. Det er en fordel, hvis det går på tværs af afdelinger, eller hvis det er for en mindre gruppe, som ellers bliver glemt.',
      'Hvad kan I søge til? Mad, materialer, leje, kørsel, en lærer eller andet, som fællesskabet har brug for. Vi giver ikke til løn til jer selv, til gaver eller til det, afdelingen selv skal betale.',
      'Sådan søger I. Skriv på én side, hvad I vil, hvem der er med, hvornår det sker, og hvad det koster. Søg senest {frist}. I får svar senest {svar}. Kan I ikke bruge en skærm, så ring eller kom forbi. Vi skriver det ind for jer.',
      'Hvem bestemmer? Organisationsbestyrelsen. Den, der selv har noget i klemme, er ikke med til at bestemme.',
      'Køb først, når I har fået ja. Regningen skal stilles til {organisation}, og vi betaler den. I lægger ikke selv ud. Bruger I mindre, går resten tilbage i puljen.',
      'Bagefter fortæller I kort, hvordan det gik. Alle kan se, hvad der er givet til.',
      'Vedtaget af organisationsbestyrelsen {besluttet}.',
    ].join('\n\n'),
    letter: {
      subject: (fund: string) => `Nu kan I søge ${fund}`,
      body: (about: { fund: string; max: string; closes: string; answers: string; reach: string }) =>
        [
          'Kære {navne}',
          `Har I lyst til at lave noget sammen med naboerne? Suppe i gården, et højbed, en tur eller noget helt andet? Nu kan I søge penge til det i ${about.fund}. Der er op til ${about.max} til hvert projekt.`,
          `Det er nemt at søge. I skriver på én side, hvad I vil, hvem der er med, og hvad det koster. Søg senest ${about.closes}. I får svar senest ${about.answers}.`,
          `Hold telefonen hen over firkanten herunder, så er I der. Vil I hellere tale med os, så ${about.reach}. Vi skriver gerne ansøgningen sammen med jer.`,
          'Det behøver ikke være stort. Det vigtige er, at det er jeres.',
        ].join('\n\n'),
      call: (phone: string) => `ring på ${phone}`,
      mail: (email: string) => `skriv til ${email}`,
      come: 'kom forbi kontoret',
      qr: 'Søg her',
      qrAlt: (address: string) => `Firkantet kode, som fører til ${address}`,
      noDay: 'den frist, der står på siden',
    },
    poster: {
      title: 'Hvad vil I gøre sammen?',
      kicker: (fund: string) => fund,
      idea: 'Suppe i gården, et højbed, en tur. Eller noget, ingen har tænkt på endnu.',
      money: (max: string, closes: string) =>
        `Der er op til ${max} til hvert projekt. Én side er nok. Søg senest ${closes}.`,
      contact: (reach: string) => `Uden skærm: ${reach}. Vi skriver det ind for dig.`,
    },
    paperFile: 'invitation',
    posterFile: 'plakat',
    welcome: {
      subject: (house: string) => `Du kan nu logge ind hos ${house}`,
      said: (house: string, posts: string) => `${house} har skrevet dig ind på Grobund som ${posts}.`,
      how: 'Skriv din mail på siden, så får du en kode. Du skal ikke huske et kodeord.',
      action: 'Log ind',
    },
    test: {
      subject: (code: string) => `Prøvemail: ${code}`,
      said: 'Mailen kom frem. Skriv de fire tal på siden, du kom fra.',
      regards: 'Venlig hilsen',
      why: 'Du får mailen, fordi du bad om en prøve.',
    },
  },
  en: {
    policy: [
      '{pulje} is for what neighbours do together. {organisation} has set aside {ialt} from {fra} to {til}. At most {loft} can go to a project.',
      'Who can apply? Residents, boards, associations and staff. You must be more than one, and others must be able to join. It helps if it goes across departments, or is for a smaller group that is otherwise forgotten.',
      'What can you apply for? Food, materials, rent, transport, a teacher, or what else the community needs. Not wages to yourselves, not gifts, and not what the department itself must pay.',
      'How to apply. Write on one page what you want, who takes part, when it happens and what it costs. Apply by {frist}. You get an answer by {svar}. If you cannot use a screen, call or come by. We write it in for you.',
      'Who decides? The organisation board. Who has something at stake does not take part.',
      'Buy when you have got a yes. The bill is made out to {organisation}, and we pay it. You do not lay out money. What you do not use goes back to the fund.',
      'Afterwards you tell briefly how it went. Everybody can see what was supported.',
      'Adopted by the organisation board on {besluttet}.',
    ].join('\n\n'),
    letter: {
      subject: (fund: string) => `You can now apply to ${fund}`,
      body: (about: { fund: string; max: string; closes: string; answers: string; reach: string }) =>
        [
          'Dear {names}',
          `Would you like to do something with your neighbours? Soup in the courtyard, a raised bed, a trip, or something else? You can apply to ${about.fund}. There is up to ${about.max} for a project.`,
          `It is easy. Write on one page what you want, who takes part and what it costs. Apply by ${about.closes}. You get an answer by ${about.answers}.`,
          `Hold your telephone over the square below, and you are there. Would you rather talk to us, ${about.reach}. We gladly write the application with you.`,
          'It need not be big. What matters is that it is yours.',
        ].join('\n\n'),
      call: (phone: string) => `call ${phone}`,
      mail: (email: string) => `write to ${email}`,
      come: 'come by the office',
      qr: 'Apply here',
      qrAlt: (address: string) => `Square code that leads to ${address}`,
      noDay: 'the deadline on the page',
    },
    poster: {
      title: 'What will you do together?',
      kicker: (fund: string) => fund,
      idea: 'Soup in the courtyard, a raised bed, a trip. Or what nobody has thought of yet.',
      money: (max: string, closes: string) =>
        `There is up to ${max} for a project. One page is enough. Apply by ${closes}.`,
      contact: (reach: string) => `Without a screen: ${reach}. We write it in for you.`,
    },
    paperFile: 'invitation',
    posterFile: 'poster',
    welcome: {
      subject: (house: string) => `You can now sign in at ${house}`,
      said: (house: string, posts: string) => `${house} has registered you on Grobund as ${posts}.`,
      how: 'Write your mail on the page and you get a code. There is no password to remember.',
      action: 'Sign in',
    },
    test: {
      subject: (code: string) => `Test mail: ${code}`,
      said: 'The mail arrived. Type the four figures on the page you came from.',
      regards: 'Kind regards',
      why: 'You get this mail because you asked for a test.',
    },
  },
});
