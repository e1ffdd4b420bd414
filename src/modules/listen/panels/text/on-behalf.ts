import { defineText } from '../../../../kernel/language.ts';

/** What somebody hears when staff have written something in for them. */
export const onBehalfText = defineText({
  da: {
    subject: (name: string) => `Vi har skrevet det ind for dig: ${name}`,
    said: {
      yes: (name: string) => `Vi har skrevet, at du siger ja til pladsen i ${name}.`,
      no: (name: string) => `Vi har skrevet, at du siger nej til pladsen i ${name}.`,
      gone: (name: string) => `Vi har skrevet, at du melder fra til ${name}.`,
      double: (name: string) => `Du var skrevet op to gange til ${name}. Den ene har vi taget af listen.`,
    },
    more: 'Passer det ikke, så sig det til os med det samme.',
    action: 'Se din side',
  },
  en: {
    subject: (name: string) => `We have written it in for you: ${name}`,
    said: {
      yes: (name: string) => `We have written that you accept the seat in ${name}.`,
      no: (name: string) => `We have written that you decline the seat in ${name}.`,
      gone: (name: string) => `We have written that you leave ${name}.`,
      double: (name: string) => `You had signed up twice for ${name}. We have taken one of the two off the list.`,
    },
    more: 'If that is wrong, tell us at once.',
    action: 'See your page',
  },
});
