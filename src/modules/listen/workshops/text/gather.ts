import { defineText } from '../../../../kernel/language.ts';

/** The facilitator's telephone: one sheet after another, and who is missing. */
export const gatherText = defineText({
  da: {
    gatherTitle: 'Saml arkene ind',
    gatherLead: 'Tag et billede af hvert ark. Uden net gemmer telefonen dem og sender dem senere.',
    gatherTake: 'Billeder af ark',
    gatherSend: 'Send billeder',
    gatherSent: (count: number) => (count === 1 ? 'Arket er sendt.' : `${count} ark er sendt.`),
    missingTitle: 'Mangler',
    tableMissing: (number: number | string) => `Bord ${number} mangler`,
    sheetsMissing: (number: number | string, themes: number | string) =>
      themes === 1 ? `Bord ${number} mangler 1 tema` : `Bord ${number} mangler ${themes} temaer`,
    allHere: 'Alle ark er inde.',
    toConfirm: (count: number) =>
      count === 1 ? '1 ark venter på, at I bekræfter det.' : `${count} ark venter på, at I bekræfter dem.`,
    confirmNow: 'Bekræft svarene',
    allOnPhone: 'Alle ark er fotograferet. De er på vej.',
    gatherOf: 'Bord {table}, {title}:',
    gatherSpare: 'Ekstra ark, {title}:',
    gatherOffline: 'Siden virker nu også uden net.',
    noTables: 'Der er ikke sat borde op endnu.',
    read: (here: number, all: number) => `Vi har alle ark fra ${here} af ${all} borde.`,
    waitsToBeRead: (count: number) => (count === 1 ? '1 billede bliver læst' : `${count} billeder bliver læst`),
    unread: (count: number) =>
      count === 1 ? '1 billede kunne ikke læses. Tag det igen.' : `${count} billeder kunne ikke læses. Tag dem igen.`,
    takenHome: (count: number) =>
      count === 1
        ? 'Én har skrevet, hvad der var det vigtigste. Læs det, så kan det komme på væggen.'
        : `${count} har skrevet, hvad der var det vigtigste. Læs det, så kan det komme på væggen.`,
    queueEmpty: 'Alt er sendt.',
    queueWaits: 'venter på net',
    queueSending: 'Sender …',
    queueKept: 'De er gemt på telefonen og bliver sendt, når der er net. Lad siden være åben.',
    queueOut: 'Du er logget ud. Log ind igen, så bliver de sendt.',
    queueRefused: 'Et billede blev ikke taget imod:',
    showClosing: 'Vis de fem største muligheder på væggen nu',
    closingShown: 'De hænger på væggen nu.',
    closingNothing: 'Der er ikke noget at vise endnu, eller noget hænger der i forvejen.',
  },
  en: {
    gatherTitle: 'Gather the sheets',
    gatherLead: 'Take a picture of each sheet. Without a net the telephone keeps them and sends them later.',
    gatherTake: 'Pictures of sheets',
    gatherSend: 'Send pictures',
    gatherSent: (count: number) => (count === 1 ? 'The sheet is sent.' : `${count} sheets are sent.`),
    missingTitle: 'Missing',
    tableMissing: (number: number | string) => `Table ${number} is missing`,
    sheetsMissing: (number: number | string, themes: number | string) =>
      themes === 1 ? `Table ${number} lacks 1 theme` : `Table ${number} lacks ${themes} themes`,
    allHere: 'All sheets are in.',
    toConfirm: (count: number) =>
      count === 1 ? '1 sheet waits for you to confirm it.' : `${count} sheets wait for you to confirm them.`,
    confirmNow: 'Confirm the answers',
    allOnPhone: 'All sheets have a picture. They are on their way.',
    gatherOf: 'Table {table}, {title}:',
    gatherSpare: 'Spare sheet, {title}:',
    gatherOffline: 'The page now works without a net, too.',
    noTables: 'No tables are set up yet.',
    read: (here: number, all: number) => `We have all sheets of ${here} of ${all} tables.`,
    waitsToBeRead: (count: number) => (count === 1 ? '1 picture is being read' : `${count} pictures are being read`),
    unread: (count: number) =>
      count === 1
        ? '1 picture could not be read. Take it again.'
        : `${count} pictures could not be read. Take them again.`,
    takenHome: (count: number) =>
      count === 1
        ? 'One has written what mattered most. Read it, and it can come up on the wall.'
        : `${count} have written what mattered most. Read it, and it can come up on the wall.`,
    queueEmpty: 'All is sent.',
    queueWaits: 'wait for the net',
    queueSending: 'Sending …',
    queueKept: 'They are kept on the telephone and sent when there is a net. Leave the page open.',
    queueOut: 'You are signed out. Sign in again, and they are sent.',
    queueRefused: 'A picture was not taken:',
    showClosing: 'Show the five largest openings on the wall now',
    closingShown: 'They are on the wall now.',
    closingNothing: 'There is nothing to show yet, or something is up already.',
  },
});
