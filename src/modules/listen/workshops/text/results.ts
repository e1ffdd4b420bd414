import { defineText } from '../../../../kernel/language.ts';

/** What a room of people wants: on the page, on the wall, on paper and in the spreadsheet. */
export const resultText = defineText({
  da: {
    title: 'Resultat',
    lead: 'Hvor mange gør det allerede (V), og hvor mange kunne gøre det (X)?',
    counted: (voices: number, tables: number) =>
      `${voices === 1 ? '1 stemme' : `${voices} stemmer`} er talt med. Der ${tables === 1 ? 'er 1 bord' : `er ${tables} borde`} i alt.`,
    voiceIs: 'En organisation tæller én gang, også med flere borde. Et blandet bord tæller for sig selv.',
    none: 'Ingen ark er bekræftet endnu',
    noneText: 'Så snart det første ark er bekræftet, står tallene her.',
    tooFew: (fewest: number) =>
      `Tallene vises, når mindst ${fewest} har svaret. Ellers kan man regne ud, hvad en af dem har sagt.`,
    tooFewStaff: (fewest: number) =>
      `Kun I ser tallene nu. De andre ser dem først, når mindst ${fewest} har svaret, så ingen kan regnes ud.`,
    stepWaits:
      'Tallene kommer samlet, når alle borde er talt med, eller når værten går videre. Ellers kan man regne ud, hvad en af dem har sagt.',
    steps: (shown: number, came: number, fewest: number) =>
      `${shown} af ${came} stemmer er med i tallene. De flytter sig, når mindst ${fewest} mere har svaret, så ingen kan regnes ud.`,
    waitingStaff: (waiting: number, fewest: number) =>
      `${waiting === 1 ? '1 stemme er' : `${waiting} stemmer er`} ikke med i de tal, andre ser. De flytter sig med mindst ${fewest} ad gangen, så ingen kan regnes ud.`,
    heldBack: (fewest: number) => `Resten vises, når mindst ${fewest} har svaret på det.`,
    notReleased: 'Arrangøren har ikke vist resultatet endnu.',
    heatTitle: 'V og X for hvert tema',
    option: 'Mulighed',
    does: 'V: det gør vi',
    could: 'X: det kunne vi',
    doesShort: 'V',
    couldShort: 'X',
    gap: 'Afstand',
    gapsTitle: 'Her er der mest at vinde',
    gapsLead: 'Mange kunne, men få gør det: flest X i forhold til V.',
    noGaps: 'Der er ikke noget, som flere kunne gøre, end der gør det i dag.',
    gapLine: (could: number, does: number) => `${could} kunne, ${does} gør det`,
    quotesTitle: 'Sagt ved bordene',
    insightsTitle: 'Det tager vi med hjem',
    pledgesTitle: 'Første skridt',
    pledgesSaid: (count: number) =>
      count === 1 ? '1 har valgt et første skridt.' : `${count} har valgt et første skridt.`,
    pledgesWent: (done: number, going: number, notYet: number) =>
      done + going + notYet === 0
        ? 'Ingen har fortalt, hvordan det gik, endnu.'
        : `${done} er gjort, ${going} er i gang, ${notYet} er ikke begyndt endnu.`,
    fetch: 'Hent',
    pdf: 'Hele resultatet som PDF',
    excel: 'Tallene i Excel',
    ownTitle: 'Jeres eget ark',
    ownTitleStaff: 'Bordenes egne svar',
    ownLead: (day: string) => `Giv hvert bord sit eget svar som PDF, senest ${day}.`,
    own: 'Jeres eget svar som PDF',
    ownNamed: (who: string) => `Svaret fra ${who} som PDF`,
    returned: 'udleveret',
    giveBack: 'Skriv op, at bordene har fået deres ark',
    givenBack: (count: number) => (count === 1 ? '1 bord har fået sit ark.' : `${count} borde har fået deres ark.`),
    release: 'Vis resultatet for deltagerne',
    releaseWhy:
      'De inviterede kan så se det samlede resultat og deres eget svar. De, der var med, og de, der har bedt om det på væggen, får besked én gang.',
    released: 'Deltagerne kan se resultatet.',
    noPdf: 'Denne maskine kan ikke lave PDF. Hent tallene i Excel i stedet.',

    reportTitle: (name: string) => `Resultat: ${name}`,
    ownReportTitle: (who: string) => `Jeres svar: ${who}`,
    ownReportLead: 'Tak for jeres svar. Her er det, I satte V og X ved.',
    yourAnswer: 'Jeres svar',
    answers: { V: 'V: det gør vi', X: 'X: det kunne vi' },
    blank: 'Ikke udfyldt',
    compared: (organisations: number) =>
      `Til højre står, hvor mange af ${organisations} organisationer der satte V og X.`,
    few: 'for få',
    notCompared: (fewest: number) =>
      `Her er ingen sammenligning: der skal mindst ${fewest} organisationer til, så ingen kan regnes ud.`,
    ownWords: 'Det, I skrev',
    howCounted: 'Sådan er der talt',
    method: [
      'En organisation tæller én gang, også når den har flere borde. Et blandet bord tæller for sig selv.',
      'Siger to borde fra samme organisation noget forskelligt, tæller V.',
      'Afstanden er antallet af X minus antallet af V. Jo større den er, jo flere kunne gøre det, som ikke gør det i dag.',
      'Citater er vist, når bordet har sagt ja. Ingen navne er med.',
    ],
    gapChart: 'De største afstande',
    gapChartAlt: 'Søjler over de muligheder, hvor flest kunne og færrest gør det. De samme tal står i tabellerne.',
    theme: 'Tema',
  },
  en: {
    title: 'Result',
    lead: 'How many do it already (V), and how many could (X)?',
    counted: (voices: number, tables: number) =>
      `${voices === 1 ? '1 voice is' : `${voices} voices are`} counted. There ${tables === 1 ? 'is 1 table' : `are ${tables} tables`} in all.`,
    voiceIs: 'An organisation counts once, also with several tables. A mixed table counts by itself.',
    none: 'No sheet is confirmed yet',
    noneText: 'As soon as the first sheet is confirmed, the figures stand here.',
    tooFew: (fewest: number) =>
      `The figures are shown when at least ${fewest} have answered. Else one could work out what one of them said.`,
    tooFewStaff: (fewest: number) =>
      `Only you see the figures now. The others see them when at least ${fewest} have answered, so that nobody can be worked out.`,
    stepWaits:
      'The figures come together, when all tables are counted or the host goes on. Else one could work out what one of them said.',
    steps: (shown: number, came: number, fewest: number) =>
      `${shown} of ${came} voices are in the figures. They move when at least ${fewest} more have answered, so that nobody can be worked out.`,
    waitingStaff: (waiting: number, fewest: number) =>
      `${waiting === 1 ? '1 voice is' : `${waiting} voices are`} not in the figures that others see. They move by at least ${fewest} at a time, so that nobody can be worked out.`,
    heldBack: (fewest: number) => `The rest is shown when at least ${fewest} have answered it.`,
    notReleased: 'The organiser has not shown the result yet.',
    heatTitle: 'V and X of each theme',
    option: 'Option',
    does: 'V: we do this',
    could: 'X: we could',
    doesShort: 'V',
    couldShort: 'X',
    gap: 'Gap',
    gapsTitle: 'The most to win',
    gapsLead: 'Many could, but few do: the most X compared with V.',
    noGaps: 'There is nothing that more could do than do today.',
    gapLine: (could: number, does: number) => `${could} could, ${does} do`,
    quotesTitle: 'Said at the tables',
    insightsTitle: 'What we take home',
    pledgesTitle: 'First steps',
    pledgesSaid: (count: number) => (count === 1 ? '1 has chosen a first step.' : `${count} have chosen a first step.`),
    pledgesWent: (done: number, going: number, notYet: number) =>
      done + going + notYet === 0
        ? 'Nobody has told how it went yet.'
        : `${done} are done, ${going} are going on, ${notYet} have not begun.`,
    fetch: 'Get',
    pdf: 'The whole result as PDF',
    excel: 'The figures in Excel',
    ownTitle: 'Your own sheet',
    ownTitleStaff: "The tables' own answers",
    ownLead: (day: string) => `Give each table its own answer as PDF, by ${day} at the latest.`,
    own: 'Your own answer as PDF',
    ownNamed: (who: string) => `The answer of ${who} as PDF`,
    returned: 'handed over',
    giveBack: 'Note that the tables have been given their sheets',
    givenBack: (count: number) => (count === 1 ? '1 table has its sheet.' : `${count} tables have their sheets.`),
    release: 'Show the result to those who took part',
    releaseWhy:
      'Those who are invited can then see the whole result and their own answer. Those who took part, and those who asked for it at the wall, are told once.',
    released: 'Those who took part can see the result.',
    noPdf: 'This machine cannot make PDF. Get the figures in Excel instead.',

    reportTitle: (name: string) => `Result: ${name}`,
    ownReportTitle: (who: string) => `Your answer: ${who}`,
    ownReportLead: 'Thank you for your answer. This is what you marked with V and X.',
    yourAnswer: 'Your answer',
    answers: { V: 'V: we do this', X: 'X: we could' },
    blank: 'Left empty',
    compared: (organisations: number) =>
      `To the right stands how many of ${organisations} organisations marked V and X.`,
    few: 'too few',
    notCompared: (fewest: number) =>
      `There is no comparison: it takes at least ${fewest} organisations, so that nobody can be worked out.`,
    ownWords: 'What you wrote',
    howCounted: 'How it is counted',
    method: [
      'An organisation counts once, also with several tables. A mixed table counts by itself.',
      'Where two tables of one organisation differ, V counts.',
      'The gap is the number of X less the number of V. The larger it is, the more could do what they do not do today.',
      'Quotes are shown when the table has said yes. No names are shown.',
    ],
    gapChart: 'The largest gaps',
    gapChartAlt: 'Bars of the options that most could do and fewest do. The same figures stand in the tables.',
    theme: 'Theme',
  },
});
