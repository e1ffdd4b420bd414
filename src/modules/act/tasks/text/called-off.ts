import { defineText } from '../../../../kernel/language.ts';

/** What helpers hear when the event that they would help at is called off, or moved. */
export const calledOffText = defineText({
  da: {
    subject: (event: string) => `Aflyst: ${event}`,
    said: (event: string, says: string) =>
      `${event} er aflyst, så du skal ikke gøre din lille opgave: ”${says}”. Tak, fordi du ville hjælpe.`,
    movedSubject: (event: string) => `Ny dag: ${event}`,
    moved: (event: string, says: string, day: string) =>
      `${event} er flyttet. Din lille opgave, ”${says}”, har fået en ny dag: ${day}.`,
    movedCannot: 'Kan du ikke den dag, så sig det til den, der spurgte dig. Det er helt i orden.',
  },
  en: {
    subject: (event: string) => `Called off: ${event}`,
    said: (event: string, says: string) =>
      `${event} is called off, so there is no need for your small task: “${says}”. Thank you for offering to help.`,
    movedSubject: (event: string) => `Another day: ${event}`,
    moved: (event: string, says: string, day: string) =>
      `${event} has been moved. Your small task, “${says}”, has another day: ${day}.`,
    movedCannot: 'If you cannot that day, tell whoever asked you. That is quite all right.',
  },
});
