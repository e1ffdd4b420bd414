import { defineText } from '../../../../kernel/language.ts';

/** Who comes in, and by what: the link that everybody has, and the tables' own codes. */
export const doorsText = defineText({
  da: {
    closedNow: 'Linket er lukket lige nu',
    closedNowWhy:
      'Det tager ikke imod noget. Bordene kan stadig svare med deres egne koder, og væggen hænger, som den hænger.',
    close: 'Luk linket',
    open: 'Åbn igen',
    closed: 'Linket er lukket. Bordenes egne koder virker stadig.',
    opened: 'Linket er åbent igen.',
    renew: 'Giv linket en ny kode',
    renewTitle: 'En ny kode til linket',
    renewLead: 'Gør det, hvis linket er havnet hos nogen, der ikke er med. Koden er nu:',
    renewStopsTitle: 'Det holder op med at virke',
    renewStops: 'Det gamle link og den gamle kode. Den, der bruger dem, får at vide, at de skal spørge jer.',
    renewWall: 'Væggen, hvis den er åben nu. Åbn den igen herfra.',
    renewPlan: 'Planen, opslag og breve om resultatet, der fører til væggen.',
    renewSpares: (count: number) =>
      count === 1
        ? 'Den firkantede kode på 1 ekstra ark. Arket kan stadig fotograferes og læses.'
        : `Den firkantede kode på ${count} ekstra ark. Arkene kan stadig fotograferes og læses.`,
    renewStaysTitle: 'Det virker som før',
    renewTables: 'Bordenes egne koder, og den firkantede kode på bordenes egne ark.',
    renewLetters: 'Links i breve til én person: invitationer og første skridt.',
    renewAnswers: 'Alt, hvad der er kommet ind.',
    renewNow: 'Giv linket en ny kode nu',
    renewed: (code: string) => `Linket har fået en ny kode: ${code}`,
    meanwhile: 'En anden har lige givet linket en ny kode. Her er den, som den er nu.',
    back: 'Tilbage til workshoppen',

    byLink: 'Begyndt med linket',
    byLinkWhy: (sheets: number) =>
      sheets === 0
        ? 'Nogen med linket har sagt, at de sidder her. De har ikke svaret på noget endnu.'
        : sheets === 1
          ? 'Nogen med linket har sagt, at de sidder her, og svaret på 1 tema.'
          : `Nogen med linket har sagt, at de sidder her, og svaret på ${sheets} temaer.`,
    setAside: 'Sæt til side',
    setAsideNamed: (table: string) => `Sæt til side, hvad der er tastet for ${table}`,
    setAsideWhy: 'Er det ikke bordet selv, så sæt det til side. Det tæller ikke med, og bordet får en ny kode.',
    setAsideDone: (number: number, code: string) =>
      `Det er sat til side og tæller ikke med. Bord ${number} har en ny kode: ${code}. Giv den til bordet.`,
    asideNow: (sheets: number) =>
      sheets === 1 ? 'Svar på 1 tema er sat til side.' : `Svar på ${sheets} temaer er sat til side.`,
    putBack: 'Tag det med igen',
    putBackNamed: (table: string) => `Tag det med igen: svarene for ${table}`,
    putBackDone: (sheets: number) =>
      sheets === 0
        ? 'Bordet har svaret igen imens. Det nye gælder.'
        : sheets === 1
          ? 'Svar på 1 tema tæller med igen.'
          : `Svar på ${sheets} temaer tæller med igen.`,

    shutRenewedTitle: 'Linket er skiftet',
    shutRenewed: 'Workshoppen har fået et nyt link. Spørg værten om den nye kode.',
    shutRenewedTable: 'Har I et ark med bordets egen kode, så scan den. Den virker stadig.',
    shutClosedTitle: 'Linket er lukket lige nu',
    shutClosed: 'Workshoppens link tager ikke imod noget lige nu. Spørg værten.',
    byTableCode: 'Svar med bordets kode',
    shutClosedTable: 'Har jeres bord en kode, kan I svare med den.',
    notSent: 'Det er ikke kommet frem. Siden husker, hvad I skrev, så I kan prøve igen om lidt.',
    notSentPicture: 'Billedet er ikke kommet frem. Send det igen, når linket er åbent.',
    again: 'Prøv igen',
    enter: 'Skriv den nye kode',
  },
  en: {
    closedNow: 'The link is closed just now',
    closedNowWhy:
      'It takes nothing. The tables can still answer by their own codes, and the wall hangs where it hangs.',
    close: 'Close the link',
    open: 'Open again',
    closed: "The link is closed. The tables' own codes still work.",
    opened: 'The link is open again.',
    renew: 'Give the link another code',
    renewTitle: 'Another code for the link',
    renewLead: 'Do this if the link has come to somebody who does not take part. The code now:',
    renewStopsTitle: 'This stops working',
    renewStops: 'The old link and the old code. Whoever uses them is told to ask you.',
    renewWall: 'The wall, if it is open now. Open it again from here.',
    renewPlan: 'The plan, notices, and letters about the result that lead to the wall.',
    renewSpares: (count: number) =>
      count === 1
        ? 'The square code on 1 spare sheet. The sheet can still be photographed and read.'
        : `The square code on ${count} spare sheets. The sheets can still be photographed and read.`,
    renewStaysTitle: 'This works as before',
    renewTables: "The tables' own codes, and the square code on the tables' own sheets.",
    renewLetters: 'Links in letters to one person: invitations and first steps.',
    renewAnswers: 'All that has come in.',
    renewNow: 'Give the link another code now',
    renewed: (code: string) => `The link has another code: ${code}`,
    meanwhile: 'Somebody else has just given the link another code. Here it is as it is now.',
    back: 'Back to the workshop',

    byLink: 'Begun by the link',
    byLinkWhy: (sheets: number) =>
      sheets === 0
        ? 'Somebody with the link has said that they sit here. They have not answered anything yet.'
        : sheets === 1
          ? 'Somebody with the link has said that they sit here, and answered 1 theme.'
          : `Somebody with the link has said that they sit here, and answered ${sheets} themes.`,
    setAside: 'Set aside',
    setAsideNamed: (table: string) => `Set aside what is typed for ${table}`,
    setAsideWhy: 'If it is not the table itself, set it aside. It does not count, and the table gets another code.',
    setAsideDone: (number: number, code: string) =>
      `It is set aside and does not count. Table ${number} has another code: ${code}. Give it to the table.`,
    asideNow: (sheets: number) =>
      sheets === 1 ? 'Answers to 1 theme are set aside.' : `Answers to ${sheets} themes are set aside.`,
    putBack: 'Take it in again',
    putBackNamed: (table: string) => `Take it in again: the answers for ${table}`,
    putBackDone: (sheets: number) =>
      sheets === 0
        ? 'The table has answered again meanwhile. That holds.'
        : sheets === 1
          ? 'Answers to 1 theme count again.'
          : `Answers to ${sheets} themes count again.`,

    shutRenewedTitle: 'The link has been changed',
    shutRenewed: 'The workshop has another link. Ask the host for the new code.',
    shutRenewedTable: "If you have a sheet with the table's own code, scan that. It still works.",
    shutClosedTitle: 'The link is closed just now',
    shutClosed: "The workshop's link takes nothing just now. Ask the host.",
    byTableCode: "Answer by the table's code",
    shutClosedTable: 'If your table has a code, you can answer by it.',
    notSent: 'It has not arrived. This page remembers what you wrote, so that you can try again in a while.',
    notSentPicture: 'The picture has not arrived. Send it again when the link is open.',
    again: 'Try again',
    enter: 'Type the new code',
  },
});
