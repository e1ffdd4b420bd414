import { formatDayWithWeekday } from '../../../../kernel/format.ts';
import { defineText, type Language } from '../../../../kernel/language.ts';
import type { Event, TextLanguage } from '../rules/event.ts';

/** Messages: the first paragraph is the SMS. */
export const messagesText = defineText({
  da: {
    when: (day: string, starts: string) => `${day} kl. ${starts}`,
    action: 'Se din tilmelding',
    received: {
      subject: (title: string) => `Du er tilmeldt: ${title}`,
      waitsSubject: (title: string) => `Du er på venteliste: ${title}`,
      said: (title: string, when: string, place: string) => `Tak! I er tilmeldt ${title}, ${when}, ${place}.`,
      waits: (title: string, when: string) =>
        `Tak! I er på venteliste til ${title}, ${when}. Vi skriver, hvis der bliver plads.`,
      more: 'Kan I ikke komme, så sig til på linket. Så får andre pladsen.',
    },
    seat: {
      subject: (title: string) => `Der er plads til jer: ${title}`,
      said: (title: string, when: string, place: string) => `Der er blevet plads til jer: ${title}, ${when}, ${place}.`,
      more: 'Kan I ikke alligevel, så sig til på linket.',
    },
    moved: {
      subject: (title: string) => `Ny tid eller nyt sted: ${title}`,
      said: (title: string, when: string, place: string) => `Ændret: ${title} er nu ${when}, ${place}.`,
      more: 'Passer det ikke længere, så sig til på linket.',
    },
    cancelled: {
      subject: (title: string) => `Aflyst: ${title}`,
      said: (title: string, when: string, why: string) => `Aflyst: ${title}, ${when}. ${why}`,
      why: {
        weather: 'Vejret er imod os.',
        few: 'Vi blev for få.',
        illness: 'Der er sygdom.',
        other: 'Det kan desværre ikke lade sig gøre.',
      },
      more: 'Vi er kede af det, og håber at se jer en anden gang.',
    },
    reminder: {
      subject: (title: string) => `I morgen: ${title}`,
      said: (title: string, starts: string, place: string) =>
        `I morgen kl. ${starts}: ${title}, ${place}. Vi glæder os!`,
      more: 'Kan I ikke komme, så sig til på linket.',
    },
    list: {
      title: (event: string) => `Deltagerliste: ${event}`,
      note: (people: number, waiting: number) =>
        `${people} personer er tilmeldt${waiting > 0 ? `, og ${waiting} er på venteliste` : ''}. Sæt hak, når de kommer. Læg hakkene ind bagefter. Makulér listen, når I er færdige.`,
      placed: 'Tilmeldt',
      waiting: 'Venteliste',
      walkIns: 'Kom uden tilmelding: skriv streger',
      columns: { number: 'Nr.', name: 'Navn', party: 'Kommer', reach: 'Kontakt' },
      came: 'Kom',
      ways: { asked: 'Spurgt', neighbour: 'Nabo', poster: 'Plakat', mail: 'Mail', other: 'Andet' },
      rows: ['Voksne', 'Børn'],
    },
    notices: {
      title: (event: string) => `Skal have besked: ${event}`,
      note: 'Ring, eller læg en seddel. Sæt hak, og læg hakkene ind bagefter. Makulér listen, når I er færdige.',
      columns: { number: 'Nr.', name: 'Navn', home: 'Hvor', phone: 'Telefon', what: 'Besked om' },
      told: 'Har fået besked',
      says: 'Det skal de vide',
    },
  },
  en: {
    when: (day: string, starts: string) => `${day} at ${starts}`,
    action: 'See your sign-up',
    received: {
      subject: (title: string) => `You have signed up: ${title}`,
      waitsSubject: (title: string) => `You are on the waiting list: ${title}`,
      said: (title: string, when: string, place: string) =>
        `Thank you! You have signed up to ${title}, ${when}, ${place}.`,
      waits: (title: string, when: string) =>
        `Thank you! You are on the waiting list for ${title}, ${when}. We write if there is room.`,
      more: 'If you cannot come, please say so by the link. Then others get the seat.',
    },
    seat: {
      subject: (title: string) => `There is room for you: ${title}`,
      said: (title: string, when: string, place: string) => `There is room for you now: ${title}, ${when}, ${place}.`,
      more: 'If you cannot come after all, please say so by the link.',
    },
    moved: {
      subject: (title: string) => `New time or place: ${title}`,
      said: (title: string, when: string, place: string) => `Changed: ${title} is now ${when}, ${place}.`,
      more: 'If it does not suit you any more, please say so by the link.',
    },
    cancelled: {
      subject: (title: string) => `Called off: ${title}`,
      said: (title: string, when: string, why: string) => `Called off: ${title}, ${when}. ${why}`,
      why: {
        weather: 'The weather is against us.',
        few: 'We became too few.',
        illness: 'There is illness.',
        other: 'It cannot be done.',
      },
      more: 'We are sorry, and hope to see you another time.',
    },
    reminder: {
      subject: (title: string) => `Tomorrow: ${title}`,
      said: (title: string, starts: string, place: string) =>
        `Tomorrow at ${starts}: ${title}, ${place}. We look forward to it!`,
      more: 'If you cannot come, please say so by the link.',
    },
    list: {
      title: (event: string) => `List of those who come: ${event}`,
      note: (people: number, waiting: number) =>
        `${people} people have signed up${waiting > 0 ? `, and ${waiting} are on the waiting list` : ''}. Tick when they come. Put the ticks in afterwards. Shred the list when you are done.`,
      placed: 'Signed up',
      waiting: 'Waiting list',
      walkIns: 'Came without signing up: make strokes',
      columns: { number: 'No.', name: 'Name', party: 'Coming', reach: 'Contact' },
      came: 'Came',
      ways: { asked: 'Asked', neighbour: 'Neighbour', poster: 'Poster', mail: 'Mail', other: 'Other' },
      rows: ['Adults', 'Children'],
    },
    notices: {
      title: (event: string) => `To be told: ${event}`,
      note: 'Ring, or leave a note. Tick, and put the ticks in afterwards. Shred the list when you are done.',
      columns: { number: 'No.', name: 'Name', home: 'Where', phone: 'Telephone', what: 'Told of' },
      told: 'Has been told',
      says: 'What they must know',
    },
  },
});

/** The fixed words of a poster, in each language that an invitation can be written in. */
interface PosterWords {
  readonly kicker: string;
  readonly kickerAll: string;
  readonly free: string;
  readonly signUp: (day: string | null) => string;
  readonly come: string;
  readonly qr: string;
  readonly qrAlt: (address: string) => string;
  readonly phone: (who: string, number: string) => string;
  readonly mail: (address: string) => string;
  readonly at: (from: string, to: string | null) => string;
}

export const POSTER_WORDS: Readonly<Record<TextLanguage, PosterWords>> = {
  da: {
    kicker: 'Kom og vær med',
    kickerAll: 'For alle, der bor her',
    free: 'Du behøver ikke at kende nogen i forvejen.',
    signUp: (day) => (day ? `Meld dig til senest ${day}.` : 'Meld dig til, så vi ved, hvor mange vi bliver.'),
    come: 'Du skal ikke melde dig til. Bare kom.',
    qr: 'Læs mere, og meld dig til: peg telefonen på firkanten',
    qrAlt: (address) => `Kode, der fører til ${address}`,
    phone: (who, number) => (who ? `Eller ring til ${who}: ${number}` : `Eller ring: ${number}`),
    mail: (address) => `Eller skriv til ${address}`,
    at: (from, to) => (to ? `kl.\u00a0${from}-${to}` : `kl.\u00a0${from}`),
  },
  en: {
    kicker: 'Come and join in',
    kickerAll: 'For everybody who lives here',
    free: 'You need not know anybody beforehand.',
    signUp: (day) => (day ? `Sign up by ${day}.` : 'Sign up, so that we know how many we will be.'),
    come: 'You need not sign up. Just come.',
    qr: 'Read more and sign up: point your telephone at the square',
    qrAlt: (address) => `A code that leads to ${address}`,
    phone: (who, number) => (who ? `Or ring ${who}: ${number}` : `Or ring: ${number}`),
    mail: (address) => `Or write to ${address}`,
    at: (from, to) => (to ? `${from}-${to}` : `at ${from}`),
  },
  de: {
    kicker: 'Kommt und macht mit',
    kickerAll: 'Für alle, die hier wohnen',
    free: 'Man muss vorher niemanden kennen.',
    signUp: (day) => (day ? `Bitte bis ${day} anmelden.` : 'Bitte anmelden, damit wir wissen, wie viele wir sind.'),
    come: 'Keine Anmeldung nötig. Einfach kommen.',
    qr: 'Mehr lesen und anmelden: Handy auf das Quadrat richten',
    qrAlt: (address) => `Ein Code, der zu ${address} führt`,
    phone: (who, number) => (who ? `Oder ${who} anrufen: ${number}` : `Oder anrufen: ${number}`),
    mail: (address) => `Oder schreiben an ${address}`,
    at: (from, to) => (to ? `${from}-${to} Uhr` : `${from} Uhr`),
  },
  pl: {
    kicker: 'Przyjdź i dołącz do nas',
    kickerAll: 'Dla wszystkich mieszkańców',
    free: 'Nie musisz nikogo wcześniej znać.',
    signUp: (day) => (day ? `Zapisz się do ${day}.` : 'Zapisz się, żebyśmy wiedzieli, ilu nas będzie.'),
    come: 'Nie trzeba się zapisywać. Po prostu przyjdź.',
    qr: 'Więcej informacji i zapisy: skieruj telefon na kod',
    qrAlt: (address) => `Kod prowadzący do ${address}`,
    phone: (who, number) => (who ? `Albo zadzwoń (${who}): ${number}` : `Albo zadzwoń: ${number}`),
    mail: (address) => `Albo napisz na ${address}`,
    at: (from, to) => (to ? `godz. ${from}-${to}` : `godz. ${from}`),
  },
  tr: {
    kicker: 'Gelin, siz de katılın',
    kickerAll: 'Burada oturan herkes için',
    free: 'Önceden kimseyi tanımanız gerekmez.',
    signUp: (day) => (day ? `Son kayıt günü: ${day}.` : 'Kaç kişi olacağımızı bilmemiz için kaydolun.'),
    come: 'Kayıt gerekmez. Gelmeniz yeterli.',
    qr: 'Bilgi ve kayıt için telefonunuzu koda tutun',
    qrAlt: (address) => `${address} adresine götüren kod`,
    phone: (who, number) => (who ? `Ya da arayın (${who}): ${number}` : `Ya da arayın: ${number}`),
    mail: (address) => `Ya da yazın: ${address}`,
    at: (from, to) => (to ? `saat ${from}-${to}` : `saat ${from}`),
  },
  uk: {
    kicker: 'Приходьте та приєднуйтесь',
    kickerAll: 'Для всіх, хто тут живе',
    free: 'Не обов’язково когось знати заздалегідь.',
    signUp: (day) => (day ? `Запишіться до ${day}.` : 'Запишіться, щоб ми знали, скільки нас буде.'),
    come: 'Записуватися не потрібно. Просто приходьте.',
    qr: 'Дізнатися більше і записатися: наведіть телефон на код',
    qrAlt: (address) => `Код, що веде до ${address}`,
    phone: (who, number) => (who ? `Або зателефонуйте (${who}): ${number}` : `Або зателефонуйте: ${number}`),
    mail: (address) => `Або напишіть на ${address}`,
    at: (from, to) => (to ? `${from}-${to}` : `о ${from}`),
  },
};

/** "17:30" as it is read: "17.30" in Danish. */
export function clockText(language: Language | string, time: string): string {
  return language === 'da' ? time.replace(':', '.') : time;
}

/** "lørdag den 5. juni 2027 kl. 15.00". */
export function whenLine(language: Language, { on, starts }: Pick<Event, 'on' | 'starts'>): string {
  return messagesText(language).when(formatDayWithWeekday(on, language), clockText(language, starts));
}
