import { defineText } from '../../../../kernel/language.ts';

/** What stands in the journal, and in the message to those who were there. */
export const toldText = defineText({
  da: {
    opened: (actor: string) => `${actor} gjorde klar til at spørge, hvordan det var.`,
    asked: (parties: number) =>
      parties === 1
        ? 'En tilmeldt blev spurgt, hvordan det var.'
        : `${parties} tilmeldte blev spurgt, hvordan det var.`,
    slipTyped: (actor: string) => `${actor} skrev en svarseddel ind.`,
    slipsTyped: (actor: string, slips: number) => `${actor} skrev ${slips} svarsedler ind.`,
    ended: (answers: number) => `${answers} svarede på, hvordan det var.`,
    endedLiked: (percent: number) => ` ${percent} % syntes, det var godt.`,
    endedMet: (percent: number) => ` ${percent} % mødte nogen, de ikke kendte.`,
    restarted: (actor: string) => `${actor} slettede svarene, fordi der var for mange, og begyndte forfra.`,
    endedFew: 'Svartiden er ude. Der kom for få svar på, hvordan det var, til at vi viser tal.',
    wordsShown: (actor: string) => `${actor} viste ord fra et svar frem.`,
    wordsHidden: (actor: string) => `${actor} tog ord fra et svar væk igen.`,

    subject: (title: string) => `Hvordan var det? ${title}`,
    message: (title: string) => `Tak, fordi du var med til ”${title}”. Vil du svare på tre korte spørgsmål?`,
    messageMore: 'Det tager et minut. Ingen kan se, hvem der har svaret hvad, og vi spørger kun denne ene gang.',
    messageOwn: 'Linket er dit eget. Giv det ikke videre.',
    messageAction: 'Svar her',
  },
  en: {
    opened: (actor: string) => `${actor} got ready to ask how it was.`,
    asked: (parties: number) =>
      parties === 1
        ? 'One who had signed up was asked how it was.'
        : `${parties} who had signed up were asked how it was.`,
    slipTyped: (actor: string) => `${actor} typed in a paper slip.`,
    slipsTyped: (actor: string, slips: number) => `${actor} typed in ${slips} paper slips.`,
    ended: (answers: number) => `${answers} answered how it was.`,
    endedLiked: (percent: number) => ` ${percent}% thought it was good.`,
    endedMet: (percent: number) => ` ${percent}% met somebody they did not know.`,
    restarted: (actor: string) => `${actor} deleted the answers, as there were too many, and began anew.`,
    endedFew: 'The time to answer is over. Too few answered how it was for figures to be shown.',
    wordsShown: (actor: string) => `${actor} showed words of an answer to everybody.`,
    wordsHidden: (actor: string) => `${actor} took words of an answer away again.`,

    subject: (title: string) => `How was it? ${title}`,
    message: (title: string) => `Thank you for being at “${title}”. Will you answer three short questions?`,
    messageMore: 'It takes a minute. Nobody can see who answered what, and we ask only this once.',
    messageOwn: 'The link is your own. Do not pass it on.',
    messageAction: 'Answer here',
  },
});
