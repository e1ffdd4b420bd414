import { defineText } from '../../../../kernel/language.ts';

/** Letters to those who are asked to come, who took part, and who took a first step. The first sentence is the SMS. */
export const messageText = defineText({
  da: {
    keptSubject: 'Dit første skridt',
    kept: (workshop: string) => `Tak, fordi du var med til ”${workshop}”. Her er dit første skridt:`,
    keptWhen: (day: string) => `Vi spørger dig ${day}, hvordan det gik. Du kan altid sige, at det ikke blev til noget.`,
    remindSubject: 'Hvordan gik det med dit første skridt?',
    remind: (workshop: string, words: string) => `På workshoppen ”${workshop}” skrev du dit første skridt: ”${words}”`,
    remindAsk: 'Fortæl os, hvordan det gik. Det tager et minut, og ”ikke endnu” er også et svar.',
    remindAction: 'Fortæl, hvordan det gik',
    readySubject: (workshop: string) => `Resultatet er klar: ${workshop}`,
    ready: (workshop: string) => `Resultatet af ”${workshop}” er klar. Tak, fordi du var med.`,
    readyOwn: 'Du kan også hente det, som jeres eget bord svarede.',
    readyAction: 'Se resultatet',
    inviteSubject: (workshop: string) => `Vil du være med? ${workshop}`,
    invite: (workshop: string, when: string, place: string) =>
      `Du er inviteret til workshoppen ”${workshop}” ${when}${place ? `, ${place}` : ''}.`,
    inviteAsk: 'Sig til, om du kommer, så vi kan brygge kaffe nok.',
    inviteAction: 'Sig ja eller nej',
  },
  en: {
    keptSubject: 'Your first step',
    kept: (workshop: string) => `Thank you for taking part in "${workshop}". This is your first step:`,
    keptWhen: (day: string) => `On ${day} we ask you how it went. You may always say that nothing came of it.`,
    remindSubject: 'How did it go with your first step?',
    remind: (workshop: string, words: string) => `At the workshop "${workshop}" you wrote your first step: "${words}"`,
    remindAsk: 'Tell us how it went. It takes a minute, and "not yet" is an answer too.',
    remindAction: 'Tell how it went',
    readySubject: (workshop: string) => `The result is ready: ${workshop}`,
    ready: (workshop: string) => `The result of "${workshop}" is ready. Thank you for taking part.`,
    readyOwn: 'You can also fetch what your own table answered.',
    readyAction: 'See the result',
    inviteSubject: (workshop: string) => `Will you join us? ${workshop}`,
    invite: (workshop: string, when: string, place: string) =>
      `You are invited to the workshop "${workshop}", ${when}${place ? `, ${place}` : ''}.`,
    inviteAsk: 'Tell us whether you come, so that we know how much coffee to make.',
    inviteAction: 'Say yes or no',
  },
});
