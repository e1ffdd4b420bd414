import { defineText } from '../../../../kernel/language.ts';

/** The strategy on paper. */
export const papersText = defineText({
  da: {
    file: 'strategi',
    foot: (number: number) => `Strategi ${number}. Den ændres ikke; en ny strategi får et nyt nummer.`,
    decided: 'Besluttet',
    annexLink: (number: number) => `Bilag: Inspirationskataloget, udgave ${number}`,
    annexInside: 'Bilaget ligger som en fil i denne PDF. Det kan også hentes, hvor strategien står.',
    annexAlt: 'Inspirationskataloget med alle kort, som de stod, da strategien blev godkendt.',
  },
  en: {
    file: 'strategy',
    foot: (number: number) => `Strategy ${number}. It does not change; a new strategy gets a new number.`,
    decided: 'Decided',
    annexLink: (number: number) => `Annex: The inspiration catalogue, edition ${number}`,
    annexInside: 'The annex lies as a file in this PDF. It can also be fetched where the strategy stands.',
    annexAlt: 'The inspiration catalogue with every card as it stood when the strategy was approved.',
  },
});
