import { defineText } from '../../kernel/language.ts';

export const turnsText = defineText({
  da: {
    title: 'Din tur',
    unreachable: (name: string) => `Vores besked kom ikke frem til ${name}. Kan du give den videre?`,
    unreachableAction: 'Se beskeden',
  },
  en: {
    title: 'Your turn',
    unreachable: (name: string) => `Our message did not reach ${name}. Can you pass it on?`,
    unreachableAction: 'See the message',
  },
});
