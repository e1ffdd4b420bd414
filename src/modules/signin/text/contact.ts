import { defineText } from '../../../kernel/language.ts';

/** A new e-mail or telephone of one's own. */
export const contactText = defineText({
  da: {
    title: 'Min mailadresse og mit mobilnummer',
    now: 'Her når vi dig nu',
    email: 'Mailadresse',
    phone: 'Mobilnummer',
    none: 'Ingen endnu',
    change: 'Skriv en ny',
    changeText: 'Vi sender en kode til den nye adresse. Først når du har skrevet koden, gælder den.',
    address: 'Ny mailadresse eller nyt mobilnummer',
    send: 'Send mig en kode',
    removeText: 'Skal vi slette en af dem? Så ring eller skriv til os.',
    codeTitle: 'Er adressen din?',
    codeSent: (address: string) => `Vi sender en kode på seks tal til ${address}. Skriv den her.`,
    codeNone:
      'Kommer der ingen kode, så se efter, om adressen er skrevet rigtigt. Kan du ikke få den til at virke, så ring til os.',
    code: 'Koden på seks tal',
    confirm: 'Det er min adresse',
    later: 'Det venter jeg med',
    confirmed: 'Tak. Nu kan vi nå dig der.',
    tooOften: 'Du har bedt om mange koder. Prøv igen om en time.',
    mail: {
      subject: (code: string) => `${code} er din kode`,
      hello: 'Hej',
      confirm: (sender: string) =>
        `Nogen, der er logget ind hos ${sender}, vil bruge denne adresse. Er det dig, så skriv koden dér:`,
      notYou: 'Var det ikke dig? Så slet bare mailen, så sker der ikke mere. Giv aldrig koden til andre.',
      helloTo: (name: string) => `Hej ${name}`,
      changedEmail: 'Din mailadresse er skiftet',
      changedPhone: 'Dit mobilnummer er skiftet',
      changedEmailText: (sender: string) =>
        `Du har fået en ny mailadresse hos ${sender}. Derfor skriver vi ikke mere til dig her.`,
      changedPhoneText: (sender: string) => `Du har fået et nyt mobilnummer hos ${sender}.`,
      changedNot: 'Var det ikke dig, der skiftede? Så ring til os med det samme.',
    },
  },
  en: {
    title: 'My e-mail address and my mobile number',
    now: 'We reach you here',
    email: 'E-mail address',
    phone: 'Mobile number',
    none: 'None yet',
    change: 'Enter a new one',
    changeText: 'We send a code to the new address. It counts once you have entered the code.',
    address: 'New e-mail address or mobile number',
    send: 'Send me a code',
    removeText: 'Do you want one of them deleted? Call or write to us.',
    codeTitle: 'Is the address yours?',
    codeSent: (address: string) => `We are sending a code of six digits to ${address}. Enter it here.`,
    codeNone: 'If no code comes, check that the address is written correctly. If it still does not work, call us.',
    code: 'The code of six digits',
    confirm: 'This is my address',
    later: 'I will do it later',
    confirmed: 'Thank you. Now we can reach you there.',
    tooOften: 'You have asked for many codes. Try again in an hour.',
    mail: {
      subject: (code: string) => `${code} is your code`,
      hello: 'Hello',
      confirm: (sender: string) =>
        `Somebody who is signed in at ${sender} wants to use this address. If it is you, enter the code there:`,
      notYou: 'Was it not you? Then just delete this mail, and nothing more happens. Never give the code to others.',
      helloTo: (name: string) => `Dear ${name}`,
      changedEmail: 'Your e-mail address has changed',
      changedPhone: 'Your mobile number has changed',
      changedEmailText: (sender: string) =>
        `You have a new e-mail address at ${sender}. So we no longer write to you here.`,
      changedPhoneText: (sender: string) => `You have a new mobile number at ${sender}.`,
      changedNot: 'Was it not you who changed it? Then call us at once.',
    },
  },
});
