import { defineText } from '../../../../kernel/language.ts';

/** What came of it: the thread of an initiative, step by step. */
export const threadsText = defineText({
  da: {
    title: 'Hvad blev der ud af det',
    intro: 'De længste tråde fra året, spredt over afdelingerne: fra det, nogen ønskede sig, til det, der skete.',
    more: (count: number) =>
      count === 1
        ? 'Ét initiativ mere blev til noget i løbet af året.'
        : `${count} initiativer mere blev til noget i løbet af året.`,
    none: 'Ingen initiativer blev holdt i det år.',
    whole: 'Hele organisationen',
    line: (title: string, first: string, last: string) => `${title}: ${first} ${last}`,
    origins: {
      idea: 'En beboer fik en idé.',
      sheet: 'På en workshop satte nogen et kryds på et ark.',
      panel_recommendation: 'En fokusgruppe foreslog det.',
      catalogue: 'Nogen fandt det i inspirationskataloget.',
    },
    elsewhere: 'Det voksede ud af noget, der var der før.',
    begun: 'Det blev skrevet ned som et initiativ.',
    driven: 'En beboer sagde ja til at drive det.',
    joined: 'Flere skrev sig på for at være med.',
    sought: (amount: string) => `Der blev søgt ${amount} i puljen.`,
    promised: (amount: string) => `Puljen lovede ${amount} til det.`,
    helped: (tasks: number) => (tasks === 1 ? 'En nabo løste en lille opgave.' : `Naboer løste ${tasks} små opgaver.`),
    event: 'Det blev holdt.',
    eventCame: (people: string) => `Det blev holdt. Der kom ${people}.`,
    events: (events: number) => `Man mødtes ${events} gange.`,
    eventsCame: (events: number, people: string) => `Man mødtes ${events} gange. Der kom ${people} i alt.`,
    told: 'De, der holdt det, fortalte, hvordan det gik.',
    toldCame: (people: string) => `De, der holdt det, fortalte, hvordan det gik. Der kom ${people}.`,
    held: 'Det blev til noget: Initiativet er holdt.',
    answered: (answers: string) => `${answers} af dem, der var med, sagde, hvordan det var.`,
    answeredLiked: (answers: string, liked: number) =>
      `${answers} af dem, der var med, sagde, hvordan det var. ${liked} % syntes, det var godt.`,
    paid: (amount: string) => `Puljen betalte ${amount} for det.`,
    story: 'Historien blev fortalt.',
    card: 'Det blev til et kort i inspirationskataloget, så andre kan gøre det samme.',
  },
  en: {
    title: 'What came of it',
    intro:
      'The longest threads of the year, spread over the departments: from what somebody wished for to what happened.',
    more: (count: number) =>
      count === 1
        ? 'One more initiative came to something in the year.'
        : `${count} more initiatives came to something in the year.`,
    none: 'No initiative was held in that year.',
    whole: 'The whole organisation',
    line: (title: string, first: string, last: string) => `${title}: ${first} ${last}`,
    origins: {
      idea: 'A resident had an idea.',
      sheet: 'Somebody set an X on a sheet.',
      panel_recommendation: 'A focus group proposed it.',
      catalogue: 'Somebody found it in the inspiration catalogue.',
    },
    elsewhere: 'It grew out of something that was there before.',
    begun: 'It was written down as an initiative.',
    driven: 'A resident said yes to drive it.',
    joined: 'More people put their names down to join.',
    sought: (amount: string) => `${amount} was sought from the fund.`,
    promised: (amount: string) => `The fund promised ${amount} for it.`,
    helped: (tasks: number) => (tasks === 1 ? 'A neighbour did a small task.' : `Neighbours did ${tasks} small tasks.`),
    event: 'It was held.',
    eventCame: (people: string) => `It was held. ${people} came.`,
    events: (events: number) => `People met ${events} times.`,
    eventsCame: (events: number, people: string) => `People met ${events} times. ${people} came in all.`,
    told: 'Those who held it told how it went.',
    toldCame: (people: string) => `Those who held it told how it went. ${people} came.`,
    held: 'It came to something: the initiative was held.',
    answered: (answers: string) => `${answers} of those who were there said how it was.`,
    answeredLiked: (answers: string, liked: number) =>
      `${answers} of those who were there said how it was. ${liked}% thought it was good.`,
    paid: (amount: string) => `The fund paid ${amount} for it.`,
    story: 'The story was told.',
    card: 'It became a card in the inspiration catalogue, so that others can do the same.',
  },
});
