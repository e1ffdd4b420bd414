import { defineText } from '../../kernel/language.ts';

export const turnsText = defineText({
  da: {
    title: 'Din tur',
    fileColumns: { what: 'Hvad', about: 'Om', due: 'Senest', since: 'Kom', address: 'Adresse' },
    intro: 'Her står det, som andre venter på fra dig. Det ældste løfte står øverst.',
    emptyTitle: 'Intet venter på dig',
    emptyText: 'Alle har fået svar. Nyd dagen.',
    due: (day: string) => `senest ${day}`,
    waited: (days: number) =>
      days === 0 ? 'kom i dag' : days === 1 ? 'har ventet i 1 dag' : `har ventet i ${days} dage`,
    late: (day: string) => `skulle være sket senest ${day}`,
    all: (count: number) => `Se alle ${count}`,

    unreachable: (name: string) => `Vores besked kom ikke frem til ${name}. Kan du give den videre?`,
    unreachableVisitor: 'Vores svar til en besøgende kom ikke frem. Kan du give det videre?',
    unreachableAction: 'Se beskeden',
    lettersTurn: 'Der ligger breve, som skal printes og bæres ud.',
    lettersTurnAction: 'Se brevene',

    hello: (name: string) => `Hej ${name}`,
    mailSubject: (sentence: string) => `Din tur: ${sentence}`,
    quoted: (words: string) => `”${words}”`,
    answerBy: (day: string) => `Svar gerne senest ${day}.`,
    smallIsFine: 'Passer det dig ikke? Så er et nej også et godt svar.',
    digestSubject: (sender: string, count: number) =>
      count === 0
        ? `Ugen hos ${sender}`
        : count === 1
          ? `1 ting venter på dig hos ${sender}`
          : `${count} ting venter på dig hos ${sender}`,
    digestTurns: 'Det er din tur',
    digestHappened: 'Siden sidst',
    digestDue: (day: string) => `Senest ${day}.`,
    digestLate: (day: string) => `Skulle være sket senest ${day}.`,
    digestMore: (count: number) => `og ${count} mere`,
    digestButton: 'Se det hele',
    seal: (head: string) =>
      `Journalens segl: ${head}. Gem det: så kan alle se, at ingen har ændret journalen bagefter.`,

    why: {
      turn: 'Du får denne besked, fordi nogen venter på dig.',
      digest: 'Du får denne besked en gang om ugen.',
      answer: 'Du får denne besked, fordi du har skrevet til os, eller fordi en anden har skrevet dig på.',
      ask: 'Du får denne besked, fordi en nabo gerne vil spørge dig. Vi har ikke gemt din adresse.',
    },
    stopLink: {
      turn: 'Send mig ikke besked, når det er min tur',
      digest: 'Send mig ikke ugens besked',
      answer: 'Send mig ikke svar på det, jeg skriver',
      ask: 'Spørg mig aldrig om små opgaver',
    },
    smsStop: (url: string) => `Stop: ${url}`,
    letterQr: 'Eller tag et billede af koden med din telefon',
    letterQrAlt: (url: string) => `Kode, der fører til ${url}`,
    letterCall: (phone: string) => `Du kan også ringe til os på ${phone}. Så skriver vi dit svar ned.`,
    letterStop: 'Vil du ikke have den slags breve? Sig det til os, så holder vi op.',
    regards: 'Venlig hilsen',
    regardsFrom: (sender: string) => `Venlig hilsen fra ${sender}`,

    stopTitle: 'Stop beskeder',
    stopAsk: {
      turn: 'Vil du ikke have besked, når det er din tur? Du kan stadig se det her på siden.',
      digest: 'Vil du ikke have ugens besked mere?',
      answer: 'Vil du ikke have svar fra os mere på det, du skriver?',
      ask: 'Vil du aldrig spørges om små opgaver?',
    },
    stopButton: 'Ja, stop dem',
    stopped: 'Nu holder vi op. Du får ikke flere af dem.',
    othersCome: 'Andre beskeder fra os kan stadig komme.',
    resumeButton: 'Fortryd: send dem alligevel',
    resumed: 'Godt. Så sender vi dem igen.',
    stopUnknown: 'Linket virker ikke mere',
    stopUnknownText: 'Ring eller skriv til os, så stopper vi beskederne for dig.',
    contact: 'Kontakt os',

    chooseMessages: 'Vælg, hvad vi må skrive til dig om',
    messagesTitle: 'Dine beskeder',
    messagesIntro: 'Vælg, hvad vi må skrive til dig om.',
    topic: {
      turn: 'Når det er min tur',
      digest: 'Ugens overblik',
      answer: 'Svar på det, jeg har skrevet',
      ask: 'En nabo, der spørger om en lille ting',
    },
    wish: { nearby: 'Noget, en afdeling nær mig har prøvet' },
    wishHint: 'Står i ugens overblik, højst én gang om måneden.',
    save: 'Gem',
    saved: 'Dit valg er gemt.',

    lettersTitle: 'Breve, der venter',
    lettersIntro: 'Nogle får breve i stedet for mails. Print dem, og bær dem ud. De ligger i den rækkefølge, man går.',
    lettersEmpty: 'Ingen breve venter',
    lettersEmptyText: 'Når en, der får post på papir, skal have besked, ligger brevet her.',
    lettersCount: (count: number) => (count === 1 ? '1 brev venter' : `${count} breve venter`),
    lettersFile: 'Hent brevene til print',
    lettersDone: 'Markér som udskrevet',
    lettersMarked: (count: number) => (count === 1 ? '1 brev er udskrevet.' : `${count} breve er udskrevet.`),
    lettersMerged: (messages: number, letters: number) =>
      letters === 1
        ? `De ${messages} beskeder til samme person er samlet i ét brev.`
        : `${messages} beskeder er samlet i ${letters} breve: ét til hver person.`,
    lettersLater: (messages: number) =>
      messages === 1
        ? '1 besked mere kommer med i den næste fil.'
        : `${messages} beskeder mere kommer med i den næste fil.`,
    inOneLetter: (messages: number) => `${messages} beskeder i ét brev:`,
    lettersInOne: (messages: number) => `${messages} beskeder til dig`,
    sameDoor: 'samme dør som brevet over',
    lettersTable: 'Breve, der venter på print',
    recipient: 'Til',
    subject: 'Om',
    written: 'Skrevet',
    noAddress: 'Vi kender ikke adressen',
    failedTitle: 'Kom ikke frem',
    failedIntro: 'Disse beskeder kunne ikke leveres. Ring til personen, eller send et brev.',
    failedWhy: (code: string) =>
      code === 'no_address'
        ? 'Mailadressen findes ikke.'
        : code === 'no_way'
          ? 'Vi kan ikke sende SMS endnu.'
          : code === 'sms_refused'
            ? 'Nummeret kan ikke få SMS.'
            : 'Vi prøvede i flere dage.',
    asLetter: 'Send som brev',
    told: 'Jeg har sagt det',
    toldFlash: 'Tak. Så er den besked givet videre.',
    asLetterFlash: 'Brevet ligger nu i bunken.',
    aVisitor: 'En besøgende',
  },
  en: {
    title: 'Your turn',
    fileColumns: { what: 'What', about: 'About', due: 'At the latest', since: 'Came', address: 'Address' },
    intro: 'This is what others are waiting for from you. The oldest promise comes first.',
    emptyTitle: 'Nothing waits for you',
    emptyText: 'Everybody has had an answer. Enjoy the day.',
    due: (day: string) => `by ${day}`,
    waited: (days: number) =>
      days === 0 ? 'came today' : days === 1 ? 'has waited for 1 day' : `has waited for ${days} days`,
    late: (day: string) => `was due by ${day}`,
    all: (count: number) => `See all ${count}`,

    unreachable: (name: string) => `Our message did not reach ${name}. Can you pass it on?`,
    unreachableVisitor: 'Our answer to a visitor did not arrive. Can you pass it on?',
    unreachableAction: 'See the message',
    lettersTurn: 'There are letters to be printed and carried out.',
    lettersTurnAction: 'See the letters',

    hello: (name: string) => `Dear ${name}`,
    mailSubject: (sentence: string) => `Your turn: ${sentence}`,
    quoted: (words: string) => `“${words}”`,
    answerBy: (day: string) => `Please answer by ${day}.`,
    smallIsFine: 'Does it not suit you? Then a no is a good answer too.',
    digestSubject: (sender: string, count: number) =>
      count === 0
        ? `The week at ${sender}`
        : count === 1
          ? `1 thing is waiting for you at ${sender}`
          : `${count} things are waiting for you at ${sender}`,
    digestTurns: 'It is your turn',
    digestHappened: 'Since last time',
    digestDue: (day: string) => `By ${day}.`,
    digestLate: (day: string) => `Was due by ${day}.`,
    digestMore: (count: number) => `and ${count} more`,
    digestButton: 'See it all',
    seal: (head: string) =>
      `Seal of the journal: ${head}. Keep it: then all can see that nobody changed the journal afterwards.`,

    why: {
      turn: 'You get this message because somebody is waiting for you.',
      digest: 'You get this message once a week.',
      answer: 'You get this message because you wrote to us, or because somebody else put your name down.',
      ask: 'You get this message because a neighbour would like to ask you. We have not kept your address.',
    },
    stopLink: {
      turn: 'Do not tell me when it is my turn',
      digest: 'Do not send me the weekly message',
      answer: 'Do not send me answers to what I write',
      ask: 'Never ask me for small tasks',
    },
    smsStop: (url: string) => `Stop: ${url}`,
    letterQr: 'Or take a picture of the code with your phone',
    letterQrAlt: (url: string) => `Code that leads to ${url}`,
    letterCall: (phone: string) => `You can also call us on ${phone}. Then we write down your answer.`,
    letterStop: 'Do you not want letters like this? Tell us, and we will stop.',
    regards: 'Kind regards',
    regardsFrom: (sender: string) => `Kind regards from ${sender}`,

    stopTitle: 'Stop messages',
    stopAsk: {
      turn: 'Do you not want to hear when it is your turn? You can still see it here.',
      digest: 'Do you not want the weekly message any more?',
      answer: 'Do you not want answers from us any more to what you write?',
      ask: 'Do you never want to be asked for small tasks?',
    },
    stopButton: 'Yes, stop them',
    stopped: 'We stop now. You will get no more of them.',
    othersCome: 'Other messages from us may still come.',
    resumeButton: 'Undo: send them after all',
    resumed: 'Good. Then we send them again.',
    stopUnknown: 'The link no longer works',
    stopUnknownText: 'Call or write to us, and we will stop the messages for you.',
    contact: 'Contact us',

    chooseMessages: 'Choose what we may write to you about',
    messagesTitle: 'Your messages',
    messagesIntro: 'Choose what we may write to you about.',
    topic: {
      turn: 'When it is my turn',
      digest: 'The week in short',
      answer: 'Answers to what I wrote',
      ask: 'A neighbour who asks for a small thing',
    },
    wish: { nearby: 'Something a department near me has tried' },
    wishHint: 'Stands in the week in short, once a month at most.',
    save: 'Save',
    saved: 'Your choice is saved.',

    lettersTitle: 'Letters waiting',
    lettersIntro: 'Some people get letters instead of mails. Print them and carry them out. They lie in walking order.',
    lettersEmpty: 'No letters are waiting',
    lettersEmptyText: 'When somebody who gets post on paper is to be told something, the letter lies here.',
    lettersCount: (count: number) => (count === 1 ? '1 letter is waiting' : `${count} letters are waiting`),
    lettersFile: 'Get the letters to print',
    lettersDone: 'Mark as printed',
    lettersMarked: (count: number) => (count === 1 ? '1 letter is printed.' : `${count} letters are printed.`),
    lettersMerged: (messages: number, letters: number) =>
      letters === 1
        ? `The ${messages} messages to the same person are put into one letter.`
        : `${messages} messages are put into ${letters} letters: one for each person.`,
    lettersLater: (messages: number) =>
      messages === 1
        ? '1 more message comes with the next file.'
        : `${messages} more messages come with the next file.`,
    inOneLetter: (messages: number) => `${messages} messages in one letter:`,
    lettersInOne: (messages: number) => `${messages} messages for you`,
    sameDoor: 'same door as the letter above',
    lettersTable: 'Letters waiting to be printed',
    recipient: 'To',
    subject: 'About',
    written: 'Written',
    noAddress: 'We do not know the address',
    failedTitle: 'Did not arrive',
    failedIntro: 'These messages could not be delivered. Call the person, or send a letter.',
    failedWhy: (code: string) =>
      code === 'no_address'
        ? 'The mail address does not exist.'
        : code === 'no_way'
          ? 'We cannot send SMS yet.'
          : code === 'sms_refused'
            ? 'The number cannot get SMS.'
            : 'We tried for several days.',
    asLetter: 'Send as a letter',
    told: 'I have told them',
    toldFlash: 'Thank you. That message has been passed on.',
    asLetterFlash: 'The letter is now in the pile.',
    aVisitor: 'A visitor',
  },
});
