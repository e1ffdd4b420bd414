import type { Channel } from '../kernel/actor.ts';

/** An idea as somebody said it, and what came of it. `daysAgo` counts back from the day the story is loaded. */
export interface DemoIdea {
  readonly key: string;
  readonly daysAgo: number;
  readonly said: string;
  readonly department?: string;
  /** Who said it; nobody when it was just laid there. */
  readonly by?: string;
  /** A visitor without an account, who left an address. */
  readonly visitor?: { readonly name: string; readonly email?: string; readonly phone?: string };
  /** Typed by staff from paper or telephone. */
  readonly via?: { readonly channel: Channel; readonly by: string };
  /** Kind words instead of an initiative. Ideas without words and without an initiative still wait. */
  readonly answer?: { readonly daysAgo: number; readonly by: string; readonly words: string };
}

export const IDEAS: readonly DemoIdea[] = [
  {
    key: 'suppe',
    daysAgo: 96,
    by: 'mette',
    department: 'kaerhaven',
    said: 'Kunne vi ikke spise suppe sammen en gang om måneden, når det er mørkt? Jeg har den store gryde fra spejderne.',
  },
  {
    key: 'eng',
    daysAgo: 240,
    by: 'goran',
    department: 'stationsgaarden',
    said: 'Plænen bag cykelskuret bliver kun brugt af dem, der slår den. Den kunne blive til en blomstereng.',
  },
  {
    key: 'cykel',
    daysAgo: 61,
    visitor: { name: 'En far fra Havnepladsen', email: 'far.havnepladsen@lyngbakken.test' },
    department: 'havnepladsen',
    said: 'Der står 40 punkterede cykler i kælderen. Hvis nogen har værktøj, har vi hænder.',
  },
  {
    key: 'hoejbede',
    daysAgo: 130,
    by: 'jytte',
    department: 'engblommen',
    said: 'Højbede i hoftehøjde! Så kan vi, der ikke kan bukke os, også have fingrene i jorden.',
  },
  {
    key: 'kaffe',
    daysAgo: 33,
    by: 'aksel',
    department: 'kaerhaven',
    via: { channel: 'phone', by: 'signe' },
    said: 'Jeg drikker min kaffe alene hver morgen. Det tror jeg, der er flere, der gør.',
  },
  {
    key: 'vaerktoej',
    daysAgo: 4,
    visitor: { name: '', phone: '+4599999911' },
    department: 'moellevaenget',
    said: 'Et værktøjsskab, man kan låne af. Ingen har brug for sin egen boremaskine.',
  },
  {
    key: 'lys',
    daysAgo: 2,
    said: 'Lyskæder i gården hele vinteren, ikke kun i december.',
    department: 'stationsgaarden',
  },
  {
    key: 'sprog',
    daysAgo: 6,
    by: 'olena',
    department: 'kaerhaven',
    said: 'I would like to practise Danish with neighbours, one hour a week. I can teach baking in return.',
  },
  {
    key: 'hund',
    daysAgo: 19,
    by: 'rita',
    department: 'stationsgaarden',
    via: { channel: 'paper', by: 'karen' },
    said: 'Hundene løber frit ved legepladsen. Kan vi ikke få en hundegård?',
    answer: {
      daysAgo: 15,
      by: 'signe',
      words:
        'Tak, fordi du siger det, Rita. En hundegård er noget, afdelingsmødet skal sige ja til. Jeg har lagt den på bordet hos Anne-Marie, så den kan komme med i marts. Indtil da sætter Brian et skilt op.',
    },
  },
];
