import { defineText } from '../../../../kernel/language.ts';

export const lettersText = defineText({
  da: {
    received: {
      subject: (name: string) => `Du er skrevet op: ${name}`,
      said: {
        drawn: (name: string) =>
          `Tak, fordi du vil være med i ${name}. Når fristen er gået, trækker vi lod om pladserne.`,
        open: (name: string) => `Velkommen i ${name}. Du kommer, når du har lyst, og du kan holde pause.`,
      },
      more: 'På din egen side kan du se, hvad vi har skrevet ned, og melde fra igen.',
      action: 'Se din side',
    },
    offered: {
      subject: (name: string) => `Du er trukket ud: ${name}`,
      said: (name: string, day: string) => `Du er trukket ud til ${name}. Vil du have pladsen? Svar senest ${day}.`,
      more: 'Siger du nej, går pladsen videre til en anden. Et nej er et godt svar.',
      action: 'Svar ja eller nej',
    },
    notDrawn: {
      subject: (name: string) => `Du blev ikke trukket ud: ${name}`,
      said: (name: string) => `Denne gang blev du ikke trukket ud til ${name}. Tak, fordi du ville være med.`,
      more: 'Bliver en plads ledig, kan du stadig blive spurgt. På din side kan du se, hvor stor din chance var, og hvorfor.',
      action: 'Se din chance',
    },
    meeting: {
      subject: (name: string, day: string) => `Møde ${day}: ${name}`,
      said: (name: string, when: string, place: string) => `${name} mødes ${when}${place && `, ${place}`}.`,
      at: (time: string) => `kl. ${time.replace(':', '.')}`,
      more: 'Du har ikke pligt til at komme. Sig gerne, om du kommer, så der er mad nok.',
      action: 'Sig, om du kommer',
    },
    answered: {
      subject: (name: string) => `Der er svar på det, I sagde: ${name}`,
      said: (name: string) => `Der er svar på noget, som I sagde i ${name}.`,
      action: 'Læs svaret',
    },
    letter: {
      title: (name: string) => `Om din plads: ${name}`,
      offer: (name: string, day: string) =>
        `Du er trukket ud til ${name}. Vil du have pladsen? Svar senest ${day}. Du kan svare på nettet, eller du kan ringe til os.`,
      waits: (name: string) => `Du er skrevet op til ${name}.`,
      member: (name: string) => `Du er med i ${name}. Du kommer, når du har lyst.`,
      notDrawn: (name: string) =>
        `Denne gang blev du ikke trukket ud til ${name}. Bliver en plads ledig, kan du stadig blive spurgt.`,
      lot: (lot: string) =>
        `Dit lodnummer er ${lot}. Det er det, du hedder på listen, når der trækkes lod. Det siger ikke, hvem du er.`,
      how: (site: string) => `Din egen side finder du på ${site}. Skriv denne kode:`,
      codeLabel: 'Din kode',
      qr: 'Scan, så kommer du til din side',
      qrAlt: 'Firkantet kode, der fører til din side',
      keep: 'Gem brevet. Vis ikke koden til andre.',
      call: (phone: string) => `Ring til os på ${phone}, hvis du hellere vil svare i telefonen.`,
    },
    poster: {
      kicker: { drawn: 'Fokusgruppe: vær med', open: 'Åben fokusgruppe: kom og vær med' },
      until: (day: string) => `Skriv dig op senest ${day}.`,
      always: 'Du kan komme med når som helst. Ingen pligt til at møde op.',
      minute: 'Det tager et minut at skrive sig op. Alle er velkomne, også hvis du aldrig har prøvet det før.',
      qr: 'Scan, og skriv dig op',
      qrAlt: (site: string) => `Firkantet kode, der fører til ${site}`,
      phone: (phone: string) => `Ring til os på ${phone}, så skriver vi dig op`,
      mail: (mail: string) => `Skriv til ${mail}, så skriver vi dig op`,
    },
    callLetter: {
      subject: (name: string) => `Vil du være med? ${name}`,
      body: (about: { name: string; purpose: string; practical: string; until: string; reach: string }) =>
        [
          'Kære {navne}',
          `Vi samler en fokusgruppe: ${about.name}.`,
          about.purpose,
          about.practical,
          about.until,
          `Det tager et minut at skrive sig op. Scan koden herunder. Vil du hellere skrive i hånden, kan du få et skema på papir hos os. ${about.reach}`,
        ]
          .filter(Boolean)
          .join('\n\n'),
      reach: (phone: string) => `Du kan også ringe til os på ${phone}.`,
    },
    proof: {
      readMe: 'laes-mig.txt',
      explained: (hash: string, seed: string, number: number | null) =>
        [
          'Her er listen over de hold, der kunne trækkes, og en side, der regner efter.',
          'Åbn index.html i en browser, og skriv dit lodnummer. Siden sender ikke noget fra sig.',
          '',
          `Fingeraftryk af panels.csv (SHA-256): ${hash}`,
          `Frø: ${seed}`,
          number === null ? 'Der er ikke trukket endnu.' : `Trukket hold: ${String(number).padStart(3, '0')}`,
          '',
          'panels.csv: hvert hold med sit nummer og sine lodnumre.',
          'people.csv: hvert lodnummer med sin chance.',
          'quotas.csv: hvor mange der mindst og højst skulle med fra hver gruppe. For afløsere har kun de, der vælger, den.',
          'certificate.json: beviset for, at chancerne ikke kan blive mere lige.',
        ].join('\n'),
      presses: (nonces: readonly string[]) =>
        `\nTallet kom fra to tryk. Det er det, der bliver til rest, når de første 13 tegn (grundtal 16) af SHA-256 af fingeraftrykket og disse to tal, hver på sin linje, deles med 1.000: ${nonces.join(', ')}`,
      dice: '\nTallet kom fra tre terninger. To, der vælger, skrev det samme tal.',
      reserves: (hash: string) =>
        `\nReserver: alle, der ikke blev trukket, står i en rækkefølge, der lå fast på forhånd. Nøglens fingeraftryk (SHA-256): ${hash}. De, der er spurgt, står i reserves.csv.`,
      reserveKey: (key: string) =>
        `Nøglen: ${key}. Rækkefølgen er efter SHA-256 af tre linjer uden linjeskift til sidst: nøglen, holdets nummer uden foranstillede nuller, og lodnummeret uden bindestreg.`,
      page: {
        chanceHelp: 'Skriv dit lodnummer. Det står på din kvittering og ser sådan ud: B7K2-QM9X.',
        chanceLabel: 'Dit lodnummer',
        chanceUnknown: 'Lodnummeret står ikke på listen. Se efter, om du har skrevet det rigtigt af.',
        panelHelp: 'Skriv det tal, terningerne viste, så ser du holdets lodnumre.',
      },
    },
    note: {
      title: (name: string) => `Udvælgelsesnotat: ${name}`,
      subtitle: 'Hvordan pladserne blev trukket',
      purposeHeading: 'Formål',
      criteria: 'Hvem gruppen skulle spejle',
      criteriaText:
        'For hver gruppe af beboere: hvor mange der mindst og højst skulle med, hvor mange der var i puljen, og hvor mange der blev trukket. Tal under fem står som "under 5", og en streg skjuler et tal, som de ellers kunne regnes ud af.',
      columns: ['Hvad', 'Gruppe', 'Mindst', 'Højst', 'I puljen', 'Trukket'],
      how: 'Sådan blev der trukket lod',
      howText: (facts: { pool: number; seats: number; panels: string; algorithm: string }) =>
        `${facts.pool} var i puljen til ${facts.seats} pladser. Metoden er ${facts.algorithm}: ingen kunne få større chance, uden at en med mindre chance fik endnu mindre. Der blev lavet en liste med ${facts.panels} hold, som alle holder grænserne. Højst én fra hver husstand var med på et hold.`,
      least: (percent: string) => `Den mindste chance var ${percent}.`,
      proved: 'Regnestykket er bevist: fordelingen kan ikke blive mere lige.',
      notProved: 'Tiden slap op, før det var bevist, at fordelingen ikke kunne blive mere lige.',
      gini: (value: string) => `Uligheden i chancer (Gini) var ${value}. 0 betyder, at alle havde samme chance.`,
      seed: 'Frø (seed)',
      hash: 'Listens fingeraftryk (SHA-256)',
      reserves: (hash: string) => `Rækkefølgen for reserver lå fast sammen med listen. Nøglens fingeraftryk: ${hash}`,
      givenUp: (count: number) =>
        count === 0
          ? 'Ingen anden liste blev givet op før denne.'
          : `Før denne blev ${count === 1 ? 'en anden liste' : `${count} andre lister`} givet op, uden at der blev trukket.`,
      number: 'Det hold, der blev trukket',
      dice: (byTwo: boolean) =>
        `Tallet kom fra tre terninger, kastet foran alle.${byTwo ? ' To, der vælger, skrev hver for sig, hvad de viste.' : ''}`,
      pressed: 'Tallet kom fra to, der trykkede hver for sig. Ingen af dem kunne bestemme det alene.',
      who: 'Hvem trak',
      whoText: (names: string) => `Lodtrækningen blev lavet af ${names}.`,
      chances: 'Chancerne',
      chancesText: 'Så mange i puljen havde hver chance. Hver enkelt kan se sin egen på sin side.',
      chanceColumns: ['Chance', 'Antal i puljen'],
      algorithms: { leximin: 'leximin', maximin: 'maximin', nash: 'Nash', stratified: 'stratificeret lodtrækning' },
      under: 'under 5',
      foot: 'Notatet nævner ingen af dem, der meldte sig.',
      data: (unchosen: number, members: number) =>
        `Oplysninger om dem, der ikke kom med, slettes efter ${unchosen} måneder. Oplysninger om medlemmer slettes ${members} måneder efter sidste møde.`,
      dataHeading: 'Oplysninger om folk',
    },
  },
  en: {
    received: {
      subject: (name: string) => `You are signed up: ${name}`,
      said: {
        drawn: (name: string) =>
          `Thank you for wanting to take part in ${name}. When the call closes, we draw lots for the seats.`,
        open: (name: string) => `Welcome to ${name}. You come when you like, and you can take a break.`,
      },
      more: 'On your own page you can see what we have written down, and take your name off again.',
      action: 'See your page',
    },
    offered: {
      subject: (name: string) => `You have been drawn: ${name}`,
      said: (name: string, day: string) => `You have been drawn for ${name}. Do you want the seat? Answer by ${day}.`,
      more: 'If you say no, somebody else is asked. A no is a good answer.',
      action: 'Answer yes or no',
    },
    notDrawn: {
      subject: (name: string) => `You were not drawn: ${name}`,
      said: (name: string) => `You were not drawn for ${name} this time. Thank you for wanting to take part.`,
      more: 'If a seat becomes free, you may still be asked. On your page you can see what your chance was, and why.',
      action: 'See your chance',
    },
    meeting: {
      subject: (name: string, day: string) => `Meeting ${day}: ${name}`,
      said: (name: string, when: string, place: string) => `${name} meets ${when}${place && `, ${place}`}.`,
      at: (time: string) => `at ${time}`,
      more: 'You do not have to come. Please say whether you do, so that there is enough to eat.',
      action: 'Say whether you come',
    },
    answered: {
      subject: (name: string) => `There is an answer to what you said: ${name}`,
      said: (name: string) => `There is an answer to something that you said in ${name}.`,
      action: 'Read the answer',
    },
    letter: {
      title: (name: string) => `About your seat: ${name}`,
      offer: (name: string, day: string) =>
        `You have been drawn for ${name}. Do you want the seat? Answer by ${day}. You can answer on the web, or call us.`,
      waits: (name: string) => `You are signed up for ${name}.`,
      member: (name: string) => `You take part in ${name}. You come when you like.`,
      notDrawn: (name: string) =>
        `You were not drawn for ${name} this time. If a seat becomes free, you may still be asked.`,
      lot: (lot: string) =>
        `Your lot number is ${lot}. It is what you are called on the list when lots are drawn. It does not tell who you are.`,
      how: (site: string) => `You find your own page at ${site}. Type this code:`,
      codeLabel: 'Your code',
      qr: 'Scan to come to your page',
      qrAlt: 'Square code that leads to your page',
      keep: 'Keep this letter. Do not show the code to others.',
      call: (phone: string) => `Call us on ${phone} if you would rather answer by telephone.`,
    },
    poster: {
      kicker: { drawn: 'Focus group: take part', open: 'Open focus group: come along' },
      until: (day: string) => `Sign up by ${day}.`,
      always: 'You can join at any time. No duty to attend.',
      minute: 'It takes a minute to sign up. Everybody is welcome, also if you have never done this before.',
      qr: 'Scan and sign up',
      qrAlt: (site: string) => `Square code that leads to ${site}`,
      phone: (phone: string) => `Call us on ${phone}, and we sign you up`,
      mail: (mail: string) => `Write to ${mail}, and we sign you up`,
    },
    callLetter: {
      subject: (name: string) => `Will you take part? ${name}`,
      body: (about: { name: string; purpose: string; practical: string; until: string; reach: string }) =>
        [
          'Dear {names}',
          `We are gathering a focus group: ${about.name}.`,
          about.purpose,
          about.practical,
          about.until,
          `It takes a minute to sign up. Scan the code below. If you would rather write with a pen, you can get a form on paper from us. ${about.reach}`,
        ]
          .filter(Boolean)
          .join('\n\n'),
      reach: (phone: string) => `You can also call us on ${phone}.`,
    },
    proof: {
      readMe: 'read-me.txt',
      explained: (hash: string, seed: string, number: number | null) =>
        [
          'This is the list of the panels that could be drawn, and a page that does the sums.',
          'Open index.html in a browser and type your lot number. The page sends nothing anywhere.',
          '',
          `Fingerprint of panels.csv (SHA-256): ${hash}`,
          `Seed: ${seed}`,
          number === null ? 'Nothing is drawn yet.' : `Panel drawn: ${String(number).padStart(3, '0')}`,
          '',
          'panels.csv: each panel with its number and its lots.',
          'people.csv: each lot with its chance.',
          'quotas.csv: the fewest and the most of each group. For substitutes only those who select have it.',
          'certificate.json: the proof that the chances cannot be more equal.',
        ].join('\n'),
      presses: (nonces: readonly string[]) =>
        `\nThe number came from two presses. It is what remains when the first 13 characters (base 16) of SHA-256 of the fingerprint and these two numbers, each on a line of its own, are divided by 1,000: ${nonces.join(', ')}`,
      dice: '\nThe number came from three dice. Two who select typed the same number.',
      reserves: (hash: string) =>
        `\nReserves: all who were not drawn stand in an order that was fixed beforehand. The fingerprint of its key (SHA-256): ${hash}. Those who have been asked are in reserves.csv.`,
      reserveKey: (key: string) =>
        `The key: ${key}. The order is by SHA-256 of three lines without a line break at the end: the key, the number of the panel without leading zeros, and the lot number without its hyphen.`,
      page: {
        chanceHelp: 'Type your lot number. It stands on your receipt and looks like this: B7K2-QM9X.',
        chanceLabel: 'Your lot number',
        chanceUnknown: 'The lot number is not on the list. Check that you have copied it rightly.',
        panelHelp: 'Type the number that the dice showed to see the lots of that panel.',
      },
    },
    note: {
      title: (name: string) => `Selection note: ${name}`,
      subtitle: 'How the seats were drawn',
      purposeHeading: 'Purpose',
      criteria: 'Whom the group was to mirror',
      criteriaText:
        'For each group of residents: the fewest and the most who were to take part, how many were in the pool, and how many were drawn. Figures under five read "under 5", and a dash hides a figure that they could be worked out from.',
      columns: ['What', 'Group', 'Fewest', 'Most', 'In the pool', 'Drawn'],
      how: 'How the lots were drawn',
      howText: (facts: { pool: number; seats: number; panels: string; algorithm: string }) =>
        `${facts.pool} were in the pool for ${facts.seats} seats. The method is ${facts.algorithm}: nobody could have a greater chance without somebody with a smaller one having even less. A list of ${facts.panels} panels was made, all of which keep the bounds. At most one of each household was on a panel.`,
      least: (percent: string) => `The smallest chance was ${percent}.`,
      proved: 'It is proved that the chances cannot be more equal.',
      notProved: 'Time was up before it was proved that the chances could not be more equal.',
      gini: (value: string) => `The inequality of chances (Gini) was ${value}. 0 means that all had the same chance.`,
      seed: 'Seed',
      hash: 'The fingerprint of the list (SHA-256)',
      reserves: (hash: string) =>
        `The order of the reserves was fixed together with the list. The fingerprint of its key: ${hash}`,
      givenUp: (count: number) =>
        count === 0
          ? 'No other list was given up before this one.'
          : `Before this one ${count === 1 ? 'another list was' : `${count} other lists were`} given up with nothing drawn.`,
      number: 'The panel that was drawn',
      dice: (byTwo: boolean) =>
        `The number came from three dice, thrown in front of everybody.${byTwo ? ' Two who select each typed what they showed.' : ''}`,
      pressed: 'The number came from two people who each pressed. Neither could decide it alone.',
      who: 'Who drew',
      whoText: (names: string) => `The draw was made by ${names}.`,
      chances: 'The chances',
      chancesText: 'So many in the pool had each chance. Each person can see their own on their page.',
      chanceColumns: ['Chance', 'How many in the pool'],
      algorithms: { leximin: 'leximin', maximin: 'maximin', nash: 'Nash', stratified: 'stratified lottery' },
      under: 'under 5',
      foot: 'The note names none of those who signed up.',
      data: (unchosen: number, members: number) =>
        `Data on those who were not chosen is deleted after ${unchosen} months. Data on members is deleted ${members} months after the last meeting.`,
      dataHeading: 'Data on people',
    },
  },
});
