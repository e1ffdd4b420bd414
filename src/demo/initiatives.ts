/** What happens to an initiative, day by day. `ago` counts days back from the day the story is loaded. */
export type DemoEvent =
  | { readonly ago: number; readonly ask: string; readonly by: string; readonly words: string }
  | { readonly ago: number; readonly answer: 'yes' | 'not_alone' | 'no'; readonly by: string; readonly words?: string }
  | { readonly ago: number; readonly takeOver: string }
  | { readonly ago: number; readonly stepDown: string; readonly words: string }
  | { readonly ago: number; readonly step: string; readonly by: string; readonly who?: string; readonly dueIn?: number }
  | { readonly ago: number; readonly finish: string; readonly by: string; readonly words?: string }
  | { readonly ago: number; readonly park: string; readonly by: string; readonly askAgainIn?: number }
  | { readonly ago: number; readonly wake: string; readonly by: string }
  | { readonly ago: number; readonly end: 'done' | 'stopped'; readonly by: string; readonly words: string };

export interface DemoInitiative {
  readonly key: string;
  readonly fromIdea?: string;
  /** The card of the catalogue that it began with. */
  readonly card?: string;
  readonly ago: number;
  readonly by: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly category: 'homes' | 'green' | 'people';
  readonly place: string;
  readonly departments: readonly string[] | 'all';
  /** Days from today; negative has been. */
  readonly startsIn?: number;
  readonly endsIn?: number;
  readonly events: readonly DemoEvent[];
}

export const INITIATIVES: readonly DemoInitiative[] = [
  {
    key: 'suppe',
    fromIdea: 'suppe',
    ago: 92,
    by: 'signe',
    title: 'Suppeaften i gården',
    what: 'En gryde suppe, et bål og lange borde. Første torsdag i måneden, fra oktober til marts.',
    why: 'Om vinteren mødes vi kun ved skraldespandene. Suppe er billig, og alle kan skrælle en gulerod.',
    category: 'people',
    place: 'Gården ved Kærhaven 7',
    departments: ['kaerhaven'],
    startsIn: -46,
    endsIn: 110,
    events: [
      {
        ago: 91,
        ask: 'mette',
        by: 'signe',
        words: 'Det var din idé, og du har gryden. Vil du være den, der samler os?',
      },
      { ago: 90, answer: 'not_alone', by: 'mette', words: 'Ja, hvis Yusuf er med. Han laver den bedste linsesuppe.' },
      { ago: 88, ask: 'yusuf', by: 'mette', words: 'Din linsesuppe fortjener flere munde. Er du med?' },
      { ago: 87, answer: 'yes', by: 'yusuf', words: 'Så gerne!' },
      { ago: 80, step: 'Spørg driften, om vi må bruge bålfadet', by: 'mette', who: 'mette', dueIn: 7 },
      {
        ago: 76,
        finish: 'Spørg driften, om vi må bruge bålfadet',
        by: 'mette',
        words: 'Brian siger ja. Han stiller en spand sand frem.',
      },
      { ago: 60, step: 'Lån borde i fælleshuset', by: 'yusuf', who: 'yusuf', dueIn: 10 },
      { ago: 47, finish: 'Lån borde i fælleshuset', by: 'yusuf' },
      { ago: 9, step: 'Find to, der vil skrælle kartofler', by: 'mette', who: 'yusuf', dueIn: 5 },
    ],
  },
  {
    key: 'eng',
    fromIdea: 'eng',
    ago: 232,
    by: 'signe',
    title: 'Blomstereng bag cykelskuret',
    what: '200 m² plæne bliver til eng. Vi sår i april og slår én gang om året med le.',
    why: 'Flere bier, mindre larm fra plæneklipperen, og noget at kigge på fra altanerne.',
    category: 'green',
    place: 'Bag cykelskuret ved Stationsgade 8',
    departments: ['stationsgaarden'],
    startsIn: -210,
    endsIn: -40,
    events: [
      { ago: 230, ask: 'goran', by: 'signe', words: 'Du så den for dig. Vil du gå foran?' },
      { ago: 229, answer: 'yes', by: 'goran' },
      { ago: 220, step: 'Få ja fra afdelingsmødet', by: 'goran', who: 'anne', dueIn: 10 },
      { ago: 212, finish: 'Få ja fra afdelingsmødet', by: 'anne', words: '36 for, 20 imod og 2 blanke.' },
      { ago: 208, step: 'Så frø sammen med børnene', by: 'goran', who: 'line', dueIn: 6 },
      { ago: 203, finish: 'Så frø sammen med børnene', by: 'line', words: '14 børn og lige så mange støvler.' },
      {
        ago: 38,
        end: 'done',
        by: 'goran',
        words: 'Engen er slået, og frøene ligger klar til næste år. Vi talte 11 slags bier i juli.',
      },
    ],
  },
  {
    key: 'cykel',
    fromIdea: 'cykel',
    ago: 57,
    by: 'jonas',
    title: 'Cykelværksted i kælderen',
    what: 'Hver anden lørdag lapper vi cykler sammen. Den, der kan, viser den, der ikke kan.',
    why: 'Der står 40 punkterede cykler i kælderen, og det er dyrt at få dem lavet.',
    category: 'homes',
    place: 'Kælderen under Havnepladsen 6',
    departments: ['havnepladsen', 'rugmarken'],
    startsIn: 13,
    endsIn: 200,
    events: [
      { ago: 55, ask: 'mikkel', by: 'jonas', words: 'Du cykler til alt. Har du lyst til at stå for værkstedet?' },
      { ago: 53, answer: 'no', by: 'mikkel', words: 'Ikke lige nu, jeg er til eksamen. Prøv Tuan.' },
      { ago: 52, ask: 'tuan', by: 'jonas', words: 'Mikkel siger, at du kan skille et gear ad i blinde.' },
      { ago: 51, answer: 'yes', by: 'tuan' },
      { ago: 30, step: 'Søg puljen om værktøj', by: 'tuan', who: 'tuan', dueIn: 40 },
      { ago: 20, step: 'Ryd kælderrummet', by: 'tuan', who: 'rasmus', dueIn: 14 },
    ],
  },
  {
    key: 'hoejbede',
    fromIdea: 'hoejbede',
    ago: 126,
    by: 'signe',
    title: 'Højbede i hoftehøjde',
    what: 'Ti højbede på terrassen, så høje, at man kan stå ret op og luge.',
    why: 'Hænder, der har dyrket jord hele livet, skal ikke stoppe, fordi knæene gør.',
    category: 'green',
    place: 'Terrassen ved fælleshuset',
    departments: ['engblommen'],
    startsIn: 130,
    endsIn: 320,
    events: [
      { ago: 124, ask: 'jytte', by: 'signe', words: 'Vil du samle holdet?' },
      { ago: 122, answer: 'yes', by: 'jytte' },
      { ago: 70, step: 'Tegn, hvor bedene skal stå', by: 'jytte', who: 'villy', dueIn: 20 },
      { ago: 52, finish: 'Tegn, hvor bedene skal stå', by: 'villy', words: 'Tegningen hænger i fælleshuset.' },
    ],
  },
  {
    key: 'kaffe',
    fromIdea: 'kaffe',
    ago: 30,
    by: 'signe',
    title: 'Morgenkaffe på bænken',
    what: 'Kaffe på kanden hver tirsdag og fredag klokken ni. Regner det, sidder vi i vaskeriet.',
    why: 'Ingen behøver drikke sin kaffe alene.',
    category: 'people',
    place: 'Bænken ved Kærhaven 19',
    departments: ['kaerhaven'],
    startsIn: -8,
    events: [
      {
        ago: 4,
        ask: 'poul',
        by: 'signe',
        words: 'Aksel har sagt det højt, som mange tænker. Vil du hjælpe kaffen på vej?',
      },
      { ago: 3, step: 'Sæt en seddel op i opgangene', by: 'signe', who: 'vibeke', dueIn: 4 },
    ],
  },
  {
    key: 'spisning',
    ago: 170,
    by: 'jonas',
    title: 'Fællesspisning på tværs',
    what: 'Tre afdelinger laver mad på skift og inviterer de to andre. 45 kroner for voksne, børn er gratis.',
    why: 'Vi bor 300 meter fra hinanden og kender kun hinandens parkeringspladser.',
    category: 'people',
    place: 'Fælleshuset på Møllevænget',
    departments: ['moellevaenget', 'havnepladsen', 'stationsgaarden'],
    startsIn: -140,
    endsIn: 40,
    events: [
      { ago: 168, takeOver: 'nasrin' },
      { ago: 150, ask: 'daniel', by: 'nasrin', words: 'Vi skal bruge en fra Havnepladsen. Er det dig?' },
      { ago: 149, answer: 'yes', by: 'daniel' },
      { ago: 60, stepDown: 'nasrin', words: 'Jeg har fået nyt arbejde om aftenen. Tak for mange gode tallerkener.' },
      { ago: 45, step: 'Find en kok til december', by: 'daniel', who: 'daniel', dueIn: 50 },
    ],
  },
  {
    key: 'gaatur',
    card: 'walkingGroup',
    ago: 75,
    by: 'pia',
    title: 'Gågruppen Møllestien',
    what: 'En time hver onsdag klokken 17. Vi går i det langsomstes tempo.',
    why: 'Det er lettere at tale sammen, når man går ved siden af hinanden.',
    category: 'people',
    place: 'Vi mødes ved Møllevænget 29',
    departments: ['moellevaenget'],
    startsIn: -60,
    events: [
      { ago: 74, takeOver: 'pia' },
      { ago: 72, ask: 'leila', by: 'pia', words: 'To er bedre end én. Går du med forrest?' },
      { ago: 71, answer: 'yes', by: 'leila' },
    ],
  },
  {
    key: 'bytte',
    card: 'swapShelf',
    ago: 48,
    by: 'sofie',
    title: 'Byttehylde i vaskeriet',
    what: 'En hylde til bøger, spil og børnetøj. Tag, hvad du kan bruge, og læg, hvad du kan undvære.',
    why: 'Vi smider gode ting ud, som naboen mangler.',
    category: 'homes',
    place: 'Vaskeriet på Møllevænget',
    departments: ['moellevaenget'],
    events: [],
  },
  {
    key: 'varme',
    ago: 300,
    by: 'henny',
    title: 'Varmetjek-aften',
    what: 'Henny fra driften viser, hvordan man lufter en radiator ud og aflæser sin måler. Med kage.',
    why: 'Mange fryser, mens varmen løber ud af vinduet.',
    category: 'homes',
    place: 'Fælleshuset i Kærhaven',
    departments: 'all',
    startsIn: -280,
    endsIn: -280,
    events: [
      { ago: 299, takeOver: 'henny' },
      { ago: 278, end: 'done', by: 'henny', words: '31 kom. Næste gang tager vi også vinduerne med.' },
    ],
  },
  {
    key: 'kompost',
    ago: 200,
    by: 'emil',
    title: 'Fælles kompost',
    what: 'Tre beholdere bag skuret og en ugentlig vagt.',
    why: 'Kartoffelskræller hører ikke hjemme i en lastbil.',
    category: 'green',
    place: 'Bag skuret ved Stationsgade 14',
    departments: ['stationsgaarden'],
    events: [
      { ago: 199, takeOver: 'emil' },
      {
        ago: 120,
        end: 'stopped',
        by: 'emil',
        words: 'Vi kunne ikke finde fem, der ville have nøglen. Nu ved vi det. Prøv gerne igen.',
      },
    ],
  },
  {
    key: 'spil',
    ago: 25,
    by: 'jonas',
    title: 'Spilleaften for unge',
    what: 'Pizza, brætspil og konsol, fredag aften for 13-17-årige. De unge bestemmer selv programmet.',
    why: 'De unge hænger ud i opgangen, fordi der ikke er andre steder.',
    category: 'people',
    place: 'Kælderrummet på Havnepladsen',
    departments: ['havnepladsen'],
    startsIn: 33,
    events: [
      { ago: 24, ask: 'clara', by: 'jonas', words: 'De unge lytter til dig. Har du en fredag om måneden?' },
      { ago: 22, answer: 'not_alone', by: 'clara', words: 'Hvis der er en voksen mere, så ja.' },
      { ago: 3, ask: 'amina', by: 'jonas', words: 'Clara vil gerne, men ikke alene. Er du hendes makker?' },
    ],
  },
  {
    key: 'frugt',
    ago: 14,
    by: 'peter',
    title: 'Seks frugttræer på Rugmarken',
    what: 'Vi planter seks gamle danske sorter og giver hvert træ to faddere.',
    why: 'Om ti år kan børnene plukke æbler på vej hjem fra skole.',
    category: 'green',
    place: 'Den tomme plet mellem nummer 9 og 13',
    departments: ['rugmarken'],
    startsIn: 20,
    endsIn: 20,
    events: [
      { ago: 13, takeOver: 'peter' },
      { ago: 12, step: 'Spørg organisationsbestyrelsen, om vi må plante', by: 'peter', who: 'inge', dueIn: 16 },
      { ago: 11, ask: 'marie', by: 'peter', words: 'Du ved alt om æbler. Vil du være med til at vælge sorterne?' },
      { ago: 10, answer: 'yes', by: 'marie', words: 'Gråsten og Ingrid Marie, ellers er jeg ikke med!' },
    ],
  },
];
