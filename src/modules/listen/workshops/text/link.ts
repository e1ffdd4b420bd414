import { defineText } from '../../../../kernel/language.ts';

/** What those at the tables meet, without an account. */
export const linkText = defineText({
  da: {
    enterTitle: 'Til workshoppen',
    enterLead: 'Skriv koden, som står på væggen eller på jeres ark.',
    code: 'Kode',
    codeUnknown: 'Den kode kender vi ikke. Se efter en gang til.',
    codeOld: 'Den kode er skiftet ud. Spørg værten om den nye.',
    enter: 'Kom ind',
    lead: 'Tag et billede af jeres ark, eller svar på telefonen. I behøver ikke logge ind.',
    closed: 'Workshoppen er slut, og linket tager ikke imod mere. Spørg værten, hvis I mangler noget.',
    photoHeading: 'Tag et billede af arket',
    photoHow: 'Læg arket fladt. Få hele kanten og alle otte mærker med.',
    photoKept: 'Billedet bliver slettet, når svarene er tastet. Vi gemmer ikke, hvor det er taget.',
    take: 'Tag eller vælg billeder',
    sent: (count: number) => (count === 1 ? 'Tak! Billedet er sendt.' : `Tak! ${count} billeder er sendt.`),
    sentTitle: 'Jeres billede',
    sentTitles: 'Jeres billeder',
    nth: (nth: number, all: number) => `Billede ${nth} af ${all}`,
    sentSum: (again: number, waiting: boolean) =>
      again > 0
        ? again === 1
          ? 'Et af billederne kunne ikke læses. Tag det igen her, mens arket ligger foran jer.'
          : `${again} af billederne kunne ikke læses. Tag dem igen her, mens arkene ligger foran jer.`
        : waiting
          ? 'Billederne bliver læst nu. Det tager et øjeblik.'
          : 'Alle billeder er læst.',
    takeAgain: 'Tag det igen',
    takeAgainNth: (nth: number) => `Tag billede ${nth} igen`,
    sendAgain: 'Send det nye billede',
    removedNow: 'Billedet er slettet.',
    waiting: 'Billedet bliver læst nu. Det tager et øjeblik.',
    waitingMore: 'Siden opdaterer sig selv. Ellers kan I trykke her:',
    refresh: 'Se igen',
    readAs: (theme: string) => `Arket er læst: ${theme}`,
    seen: (seen: number, all: number) => `Jeg kan se ${seen} af ${all} felter.`,
    seenHere: 'Jeg kan se {sure} af {all} felter. Ser det rigtigt ud, så send billedet.',
    seenRest: 'Resten ser et menneske på.',
    readAllWell: 'Alt er læst. Et menneske ser det igennem.',
    more: 'Send et billede mere',
    goneNow: 'Billedet er slettet. Svarene er tastet.',
    looking: 'Kigger på billedet …',
    tableHeading: 'Svar på telefonen i stedet',
    tableWhy: 'Vælg jeres bord.',
    noTables: 'Værten har ikke sat borde op endnu.',
    tableTitle: (number: number) => `Bord ${number}`,
    tableLead: 'Vælg et tema. I kan rette jeres svar, indtil værten har bekræftet dem.',
    beginLead: (number: number) =>
      `Sidder I ved bord ${number}? Så er det jer, der svarer for bordet. Bordet får sin egen kode, så ingen andre kan rette i jeres svar.`,
    begin: 'Vi sidder her',
    begun: 'Nu svarer I for bordet.',
    typeLead: (number: number) =>
      `Bord ${number} har sin egen kode, så ingen andre kan rette i jeres svar. Scan koden på jeres ark, eller skriv den her.`,
    typeBegun: (number: number) =>
      `En telefon svarer allerede for bord ${number}. Skriv bordets kode, som den viser. Er det ikke en af jeres, så sig det til værten.`,
    typeWhere: 'Den står nederst på arket og på den telefon, der begyndte. Ellers har værten den.',
    tableCode: 'Bordets kode',
    tableCodeUnknown: 'Det er ikke dette bords kode. Se efter en gang til, eller spørg værten.',
    hasTable:
      'Denne telefon svarer allerede for et andet bord. Brug en af telefonerne her ved bordet, eller spørg værten.',
    taken: 'En anden telefon ved bordet kom først. Skriv bordets kode, som den viser.',
    ownTitle: 'Flere telefoner ved bordet?',
    ownWhy: 'Lad dem scanne koden her, eller skriv bordets kode. Vis den kun til jeres eget bord.',
    ownAlt: (site: string) => `Firkantet kode til ${site}`,
    ownQuotes: 'Må vi vise jeres ord? Svar her',
    toWorkshop: 'Til workshoppens side',
    answered: 'Besvaret',
    notAnswered: 'Mangler',
    themeLead: 'V: det gør vi. X: det kunne vi. Ellers lader I det stå tomt.',
    answers: { V: 'V', X: 'X', empty: 'Tomt' },
    otherWords: 'Hvad er det?',
    other: (number: number | null) => (number === null ? 'Andet' : `Andet ${number}`),
    note: 'Noter',
    save: 'Gem svarene',
    confirmedHere:
      'Værten har bekræftet jeres svar her, så de kan ikke rettes herfra. Er noget forkert, så sig det til værten.',
    saved: 'Tak! Jeres svar er gemt.',
    insightSaid: 'Tak! Det kommer på væggen, når arrangøren har læst det.',
    insightFull: 'Der er lige nu for meget, der venter. Sig det til arrangøren, og prøv igen om lidt.',
    insights: 'Det tager andre med hjem',
  },
  en: {
    enterTitle: 'To the workshop',
    enterLead: 'Type the code that stands on the wall or on your sheet.',
    code: 'Code',
    codeUnknown: 'We do not know that code. Please look once more.',
    codeOld: 'That code has been changed. Ask the host for the new one.',
    enter: 'Come in',
    lead: 'Take a picture of your sheet, or answer on your telephone. You need not sign in.',
    closed: 'The workshop is over, and the link takes nothing more. Ask the host if something is missing.',
    photoHeading: 'Take a picture of the sheet',
    photoHow: 'Lay the sheet flat. Take the whole edge, with all eight marks.',
    photoKept: 'The picture is deleted once the answers are typed in. We do not keep where it was taken.',
    take: 'Take or choose pictures',
    sent: (count: number) =>
      count === 1 ? 'Thank you! The picture is sent.' : `Thank you! ${count} pictures are sent.`,
    sentTitle: 'Your picture',
    sentTitles: 'Your pictures',
    nth: (nth: number, all: number) => `Picture ${nth} of ${all}`,
    sentSum: (again: number, waiting: boolean) =>
      again > 0
        ? again === 1
          ? 'One of the pictures could not be read. Take it again here while the sheet lies before you.'
          : `${again} of the pictures could not be read. Take them again here while the sheets lie before you.`
        : waiting
          ? 'The pictures are being read. It takes a moment.'
          : 'All pictures are read.',
    takeAgain: 'Take it again',
    takeAgainNth: (nth: number) => `Take picture ${nth} again`,
    sendAgain: 'Send the new picture',
    removedNow: 'The picture is deleted.',
    waiting: 'The picture is being read. It takes a moment.',
    waitingMore: 'The page renews itself. Otherwise press here:',
    refresh: 'Look again',
    readAs: (theme: string) => `The sheet is read: ${theme}`,
    seen: (seen: number, all: number) => `I can see ${seen} of ${all} boxes.`,
    seenHere: 'I can see {sure} of {all} boxes. If that looks right, send the picture.',
    seenRest: 'A person looks at the rest.',
    readAllWell: 'All is read. A person looks it through.',
    more: 'Send one more picture',
    goneNow: 'The picture is deleted. The answers are typed in.',
    looking: 'Looking at the picture …',
    tableHeading: 'Or answer on your telephone',
    tableWhy: 'Choose your table.',
    noTables: 'The host has not set up tables yet.',
    tableTitle: (number: number) => `Table ${number}`,
    tableLead: 'Choose a theme. You can change your answers until the host has confirmed them.',
    beginLead: (number: number) =>
      `Do you sit at table ${number}? Then you answer for it. The table gets a code of its own, so that nobody else can change your answers.`,
    begin: 'We sit here',
    begun: 'Now you answer for the table.',
    typeLead: (number: number) =>
      `Table ${number} has a code of its own, so that nobody else can change your answers. Scan the code on your sheet, or type it here.`,
    typeBegun: (number: number) =>
      `A telephone answers for table ${number} already. Type the table's code that it shows. If it is none of yours, tell the host.`,
    typeWhere: 'It stands at the foot of the sheet and on the telephone that began. Otherwise the host has it.',
    tableCode: "The table's code",
    tableCodeUnknown: "That is not this table's code. Please look once more, or ask the host.",
    hasTable:
      'This telephone answers for another table already. Use one of the telephones at this table, or ask the host.',
    taken: "Another telephone at the table came first. Type the table's code that it shows.",
    ownTitle: 'More telephones at the table?',
    ownWhy: "Let them scan this code, or type the table's code. Show it to your own table only.",
    ownAlt: (site: string) => `Square code to ${site}`,
    ownQuotes: 'May we show your words? Answer here',
    toWorkshop: "To the workshop's page",
    answered: 'Answered',
    notAnswered: 'Missing',
    themeLead: 'V: we do this. X: we could. Otherwise leave it empty.',
    answers: { V: 'V', X: 'X', empty: 'Empty' },
    otherWords: 'What is it?',
    other: (number: number | null) => (number === null ? 'Other' : `Other ${number}`),
    note: 'Notes',
    save: 'Save the answers',
    confirmedHere:
      'The host has confirmed your answers here, so they cannot be changed from here. Tell the host if something is wrong.',
    saved: 'Thank you! Your answers are saved.',
    insightSaid: 'Thank you! It comes up on the wall when the organiser has read it.',
    insightFull: 'Too much is waiting just now. Tell the organiser, and try again in a while.',
    insights: 'What others take home',
  },
});
