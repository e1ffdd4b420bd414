import { defineText } from '../../../../kernel/language.ts';

/** From the sheets to initiatives and ideas; quotes, first steps and what the room may join in. For staff. */
export const onwardText = defineText({
  da: {
    after: 'Det, der kom ud af det',
    ways: {
      result: 'Resultat',
      onward: 'Gør det til noget',
      quotes: 'Citater',
      pledges: 'Første skridt',
      choices: 'Hvem vil være med?',
    },
    resultNote: (voices: number) =>
      voices === 0 ? 'Ingen svar endnu' : voices === 1 ? '1 stemme er talt med' : `${voices} stemmer er talt med`,
    onwardNote: (made: number) =>
      made === 0 ? 'Ingen endnu' : made === 1 ? '1 er gået videre' : `${made} er gået videre`,
    quotesNote: (yes: number, waiting: number) =>
      [yes > 0 && `${yes} er godkendt`, waiting > 0 && `${waiting} venter på svar`].filter(Boolean).join(', ') ||
      'Ingen endnu',
    pledgesNote: (count: number) => (count === 0 ? 'Ingen endnu' : count === 1 ? '1 skridt' : `${count} skridt`),
    choicesNote: (choices: number, names: number) =>
      choices === 0 ? 'Ikke valgt endnu' : `${choices} på væggen, ${names === 1 ? '1 navn' : `${names} navne`}`,

    onwardTitle: 'Gør det til noget',
    onwardLead:
      'Sæt flueben ved det, der skal videre. Hvert bliver til sit eget initiativ eller sin egen idé og husker, hvor det kom fra.',
    gapsFirst: 'Muligheder med X, den største afstand først',
    noBoxes: 'Ingen har sat X endnu.',
    notes: 'Det, bordene skrev',
    noNotes: 'Ingen har skrevet noget endnu.',
    boxNote: (could: number, does: number) => `${could} kunne, ${does} gør det`,
    isInitiative: 'Er et initiativ',
    isIdea: 'Er en idé',
    seeInitiative: (title: string) => `Er et initiativ: ${title}`,
    makeInitiatives: 'Lav initiativer',
    makeIdeas: 'Læg dem ind som idéer',
    makeOne: 'Lav et initiativ',
    makeOneNamed: (text: string) => `Lav et initiativ af: ${text}`,
    chooseSome: 'Sæt flueben ved mindst én ting.',
    tooMany: (most: number) => `Vælg højst ${most} ad gangen.`,
    initiativesMade: (count: number) =>
      count === 0
        ? 'Det er initiativer i forvejen.'
        : count === 1
          ? '1 initiativ er lavet.'
          : `${count} initiativer er lavet.`,
    ideasMade: (count: number) =>
      count === 0
        ? 'Det er gået videre i forvejen.'
        : count === 1
          ? '1 idé er lagt ind.'
          : `${count} idéer er lagt ind.`,
    boxSentence: (text: string, could: number, does: number, workshop: string, day: string) =>
      `”${text}”: ${could} satte X (det kunne vi), ${does} satte V (det gør vi). Fra workshoppen ”${workshop}”, ${day}.`,
    boxSentenceOfFew: (text: string, workshop: string, day: string) =>
      `”${text}” stod på arket på workshoppen ”${workshop}”, ${day}, og det kunne vi gøre.`,
    wordsSentence: (words: string, workshop: string, day: string) =>
      `”${words}” Skrevet ved et bord på workshoppen ”${workshop}”, ${day}.`,
    noteTitle: (about: string) => `Skrevet på et ark: ${about}`,
    notesWhat: 'Et bord på en workshop skrev om det. Skriv her, hvad det er.',
    boxWhatOfFew: (text: string) => `${text}. Det kom frem på en workshop, at det kunne vi gøre.`,
    boxWhat: (text: string, could: number) =>
      could === 1
        ? `${text}. Én på en workshop sagde, at det kunne vi gøre.`
        : `${text}. ${could} på en workshop sagde, at det kunne vi gøre.`,

    quotesTitle: 'Citater',
    quotesLead:
      'Bordet skal sige ja, før andre ser ordene. Bordet svarer på telefonen, eller I spørger og skriver svaret her.',
    noQuotes: 'I har ikke spurgt om nogen citater endnu.',
    askMore: 'Ord, der kan vises',
    askQuotes: 'Spørg bordene, om disse må vises',
    askQuotesButton: 'Spørg bordene',
    allAsked: 'Der er ikke flere ord at spørge om.',
    noneToAsk: 'Når bordenes noter er tastet, står de her.',
    quotesAsked: (count: number) => (count === 1 ? 'Bordet er spurgt.' : `Bordene er spurgt om ${count} citater.`),
    quoteYes: 'Ja, vis det',
    quoteNo: 'Nej, lad være',
    quoteYesFor: 'Bordet siger ja',
    quoteNoFor: 'Bordet siger nej',
    quoteWaiting: 'Venter på svar',
    quoteSaidYes: 'Bordet sagde ja',
    quoteSaidNo: 'Bordet sagde nej',
    quoteSaved: 'Svaret er gemt.',
    quoteAnswerLabel: (quote: string) => `Bordets svar på: ${quote}`,
    mineLead: 'Må vi vise det, jeres bord har skrevet? Ingen får at se, hvilket bord det kom fra.',

    pledgesTitle: 'Første skridt',
    pledgesLead: 'Efter 90 dage spørger Grobund hver enkelt, hvordan det gik. Dem uden mail og telefon spørger I selv.',
    noPledges: 'Ingen har skrevet et første skridt endnu.',
    nobody: 'Uden navn',
    askedOn: 'Grobund spørger',
    went: 'Hvordan gik det?',
    noAnswer: 'Spurgt, ikke svaret',
    askYourselvesOn: 'I spørger selv',
    saveOutcome: 'Gem',
    saveOutcomeNamed: (words: string) => `Gem svar på: ${words}`,
    outcomeSaved: 'Svaret er gemt.',
    hide: 'Skjul på væggen',
    hideNamed: (words: string) => `Skjul på væggen: ${words}`,
    hidden: 'Skjult på væggen',
    hiddenNow: (count: number) => (count === 1 ? 'Det er skjult på væggen.' : `${count} skridt er skjult på væggen.`),
    hidePage: 'Skjul alle skridt på siden her',
    hidePageWhy: 'Fylder nogen væggen med noget, der ikke hører til? Så tag det ned på én gang.',

    choicesTitle: 'Hvem vil være med?',
    choicesLead:
      'Det her hænger på væggen, og folk skriver sig på med telefonen. Et minut efter det sidste ark kommer de fem største muligheder op af sig selv.',
    noChoices: 'Der hænger ikke noget endnu.',
    putUp: 'Hæng noget op',
    putUpGaps: 'Muligheder fra arkene',
    putUpOwn: 'Skriv selv noget, man kan være med til',
    putUpButton: 'Hæng op',
    putUpMissing: 'Vælg mindst én ting, eller skriv noget.',
    putUpTooLong: (most: number) => `Skriv højst ${most} tegn.`,
    isUp: (count: number) =>
      count === 0 ? 'Det hænger der i forvejen.' : count === 1 ? 'Det hænger på væggen.' : `${count} hænger på væggen.`,
    takeDown: 'Tag ned',
    takeDownNamed: (title: string) => `Tag ned: ${title}`,
    takenDown: 'Det er taget ned, og navnene her er slettet.',
    takeDownWhy: 'Tages det ned, slettes navnene.',
    takeDownHere: 'Tages det ned, slettes navnene her. Initiativet beholder dem, der sagde ja til at blive kontaktet.',
    onlyYou: 'må ikke gives videre',
    namesComeAlong: 'Navnene følger med, når de har sagt ja til det.',
    madeOfChoice: 'Det er et initiativ nu, og de, der sagde ja til det, er med.',
    choiceSentence: (title: string, workshop: string, day: string) =>
      `”${title}” Hang på væggen på workshoppen ”${workshop}”, ${day}.`,
    choiceWhat: (title: string) => `${title}. Det kom op på væggen på en workshop.`,
    noNames: 'Ingen navne endnu.',
    namesOf: (title: string) => `Navne: ${title}`,
    namesOff: 'Slet de valgte navne',
    namesOffNamed: (title: string) => `Slet de valgte navne: ${title}`,
    namesBetween: 'Slet fra den første til den sidste valgte',
    namesBetweenNamed: (title: string) => `Slet fra den første til den sidste valgte: ${title}`,
    namesAreOff: (count: number) =>
      count === 0
        ? 'Sæt hak ved de navne, der skal slettes.'
        : count === 1
          ? 'Navnet er slettet.'
          : `${count} navne er slettet.`,
  },
  en: {
    after: 'What came of it',
    ways: {
      result: 'Result',
      onward: 'Make something of it',
      quotes: 'Quotes',
      pledges: 'First steps',
      choices: 'Who wants to join?',
    },
    resultNote: (voices: number) =>
      voices === 0 ? 'No answers yet' : voices === 1 ? '1 voice is counted' : `${voices} voices are counted`,
    onwardNote: (made: number) => (made === 0 ? 'None yet' : made === 1 ? '1 has gone on' : `${made} have gone on`),
    quotesNote: (yes: number, waiting: number) =>
      [yes > 0 && `${yes} are approved`, waiting > 0 && `${waiting} wait for an answer`].filter(Boolean).join(', ') ||
      'None yet',
    pledgesNote: (count: number) => (count === 0 ? 'None yet' : count === 1 ? '1 step' : `${count} steps`),
    choicesNote: (choices: number, names: number) =>
      choices === 0 ? 'Not chosen yet' : `${choices} on the wall, ${names === 1 ? '1 name' : `${names} names`}`,

    onwardTitle: 'Make something of it',
    onwardLead:
      'Tick what is to go on. Each becomes an initiative or an idea of its own, and remembers where it came from.',
    gapsFirst: 'Options with X, the largest gap first',
    noBoxes: 'Nobody has marked an X yet.',
    notes: 'What the tables wrote',
    noNotes: 'Nobody has written anything yet.',
    boxNote: (could: number, does: number) => `${could} could, ${does} do`,
    isInitiative: 'Is an initiative',
    isIdea: 'Is an idea',
    seeInitiative: (title: string) => `Is an initiative: ${title}`,
    makeInitiatives: 'Make initiatives',
    makeIdeas: 'Lay them as ideas',
    makeOne: 'Make an initiative',
    makeOneNamed: (text: string) => `Make an initiative of: ${text}`,
    chooseSome: 'Tick at least one thing.',
    tooMany: (most: number) => `Choose at most ${most} at a time.`,
    initiativesMade: (count: number) =>
      count === 0
        ? 'They are initiatives already.'
        : count === 1
          ? '1 initiative is made.'
          : `${count} initiatives are made.`,
    ideasMade: (count: number) =>
      count === 0 ? 'They have gone on already.' : count === 1 ? '1 idea is laid.' : `${count} ideas are laid.`,
    boxSentence: (text: string, could: number, does: number, workshop: string, day: string) =>
      `"${text}": ${could} marked X (we could), ${does} marked V (we do). From ${workshop}, ${day}.`,
    boxSentenceOfFew: (text: string, workshop: string, day: string) =>
      `"${text}" stood on the sheet at ${workshop}, ${day}, and we could do it.`,
    wordsSentence: (words: string, workshop: string, day: string) =>
      `"${words}" Written at a table at ${workshop}, ${day}.`,
    noteTitle: (about: string) => `Written on a sheet: ${about}`,
    notesWhat: 'A table at a workshop wrote about it. Write here what it is.',
    boxWhatOfFew: (text: string) => `${text}. It came up at a workshop that we could do this.`,
    boxWhat: (text: string, could: number) =>
      could === 1
        ? `${text}. One at a workshop said that we could do this.`
        : `${text}. ${could} at a workshop said that we could do this.`,

    quotesTitle: 'Quotes',
    quotesLead:
      'The table must say yes before others see their words. They answer on a telephone by their link, or you ask them.',
    noQuotes: 'You have not asked about any quotes yet.',
    askMore: 'Words that could be shown',
    askQuotes: 'Ask the tables whether these may be shown',
    askQuotesButton: 'Ask the tables',
    allAsked: 'There are no more words to ask about.',
    noneToAsk: 'When the notes of the tables are typed in, they stand here.',
    quotesAsked: (count: number) =>
      count === 1 ? 'The table is asked.' : `The tables are asked about ${count} quotes.`,
    quoteYes: 'Yes, show it',
    quoteNo: 'No, please do not',
    quoteYesFor: 'The table says yes',
    quoteNoFor: 'The table says no',
    quoteWaiting: 'Waits for an answer',
    quoteSaidYes: 'The table said yes',
    quoteSaidNo: 'The table said no',
    quoteSaved: 'The answer is saved.',
    quoteAnswerLabel: (quote: string) => `The table's answer to: ${quote}`,
    mineLead: 'May we show what your table wrote? Nobody sees which table it came from.',

    pledgesTitle: 'First steps',
    pledgesLead:
      'In 90 days Grobund asks each of them how it went. Those without e-mail and telephone you ask yourselves.',
    noPledges: 'Nobody has written a first step yet.',
    nobody: 'Without a name',
    askedOn: 'Grobund asks on',
    went: 'How did it go?',
    noAnswer: 'Asked, no answer',
    askYourselvesOn: 'You ask on',
    saveOutcome: 'Save',
    saveOutcomeNamed: (words: string) => `Save the answer to: ${words}`,
    outcomeSaved: 'The answer is saved.',
    hide: 'Hide on the wall',
    hideNamed: (words: string) => `Hide on the wall: ${words}`,
    hidden: 'Hidden',
    hiddenNow: (count: number) =>
      count === 1 ? 'It is hidden on the wall.' : `${count} steps are hidden on the wall.`,
    hidePage: 'Hide all steps on this page',
    hidePageWhy: 'Is somebody filling the wall with what does not belong there? Take it down at once.',

    choicesTitle: 'Who wants to join?',
    choicesLead:
      'This is on the wall, and people put their names down with a telephone. A minute after the last sheet the five largest gaps come up by themselves.',
    noChoices: 'Nothing is up yet.',
    putUp: 'Put something up',
    putUpGaps: 'Options of the sheets',
    putUpOwn: 'Write something of your own to join in',
    putUpButton: 'Put up',
    putUpMissing: 'Choose at least one thing, or write something.',
    putUpTooLong: (most: number) => `Write at most ${most} characters.`,
    isUp: (count: number) =>
      count === 0 ? 'It is up already.' : count === 1 ? 'It is on the wall.' : `${count} are on the wall.`,
    takeDown: 'Take down',
    takeDownNamed: (title: string) => `Take down: ${title}`,
    takenDown: 'It is taken down, and the names are deleted.',
    takeDownWhy: 'Taking it down deletes the names.',
    takeDownHere: 'Taken down, the names here are deleted. The initiative keeps those who said yes to being contacted.',
    onlyYou: 'not to be passed on',
    namesComeAlong: 'The names come along where they said yes to it.',
    madeOfChoice: 'It is an initiative now, with those who said yes to it.',
    choiceSentence: (title: string, workshop: string, day: string) =>
      `“${title}” Hung on the wall at ${workshop}, ${day}.`,
    choiceWhat: (title: string) => `${title}. It came up on the wall at a workshop.`,
    noNames: 'No names yet.',
    namesOf: (title: string) => `Names: ${title}`,
    namesOff: 'Delete the chosen names',
    namesOffNamed: (title: string) => `Delete the chosen names: ${title}`,
    namesBetween: 'Delete from the first to the last chosen',
    namesBetweenNamed: (title: string) => `Delete from the first to the last chosen: ${title}`,
    namesAreOff: (count: number) =>
      count === 0
        ? 'Tick the names that are to be deleted.'
        : count === 1
          ? 'The name is deleted.'
          : `${count} names are deleted.`,
  },
});
