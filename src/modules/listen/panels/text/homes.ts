import { defineText } from '../../../../kernel/language.ts';

/** Of whom nobody can tell who shares their home. */
export const homesText = defineText({
  da: {
    unclear: 'Hvem bor sammen?',
    unclearText:
      'Højst én fra hvert hjem kan trækkes. Her kan vi ikke se, hvilket hjem det er. Spørg personen, og ret adressen på personens side.',
    unclearMore: (count: number) => `Og ${count} til.`,
    unclearWhy: {
      door: 'mangler dør/etage',
      postcode: 'mangler postnummer: vejen og nummeret findes i flere byer',
    },
    addressHint: 'Med etage, dør og postnummer, så vi kan se, hvem der bor sammen.',
  },
  en: {
    unclear: 'Who lives together?',
    unclearText:
      'At most one of each home can be drawn. Here we cannot tell which home it is. Ask the person, and put the address right on their page.',
    unclearMore: (count: number) => `And ${count} more.`,
    unclearWhy: {
      door: 'lacks door or floor',
      postcode: 'lacks a postcode: the street and number is in several towns',
    },
    addressHint: 'With floor, door and postcode, so that we can tell who lives together.',
  },
});
