import { defineText } from '../../../../kernel/language.ts';

/** What helpers hear when the event that they would help at is called off. */
export const calledOffText = defineText({
  da: {
    subject: (event: string) => `Aflyst: ${event}`,
    said: (event: string, says: string) =>
      `${event} er aflyst, så du skal ikke gøre din lille opgave: ”${says}”. Tak, fordi du ville hjælpe.`,
  },
  en: {
    subject: (event: string) => `Called off: ${event}`,
    said: (event: string, says: string) =>
      `${event} is called off, so there is no need for your small task: “${says}”. Thank you for offering to help.`,
  },
});
