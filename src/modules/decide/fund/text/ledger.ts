import { defineText } from '../../../../kernel/language.ts';

export const ledgerText = defineText({
  da: {
    title: 'Puljens regnskab',
    see: 'Se hver post',
    total: 'Periodens ramme:',
    caption: 'Alle poster',
    empty: 'Her er ingen poster endnu.',
    day: 'Dag',
    what: 'Hvad',
    about: 'Til',
    amount: 'Beløb',
    leftAfter: 'Tilbage',
    left: 'Tilbage nu',
    kinds: {
      topped_up: 'Lagt til af bestyrelsen',
      carried_in: 'Med fra sidste periode',
      carried_out: 'Videre til næste periode',
      committed: 'Lovet',
      released: 'Kommet retur',
    },
  },
  en: {
    title: 'The fund’s accounts',
    see: 'See every entry',
    total: 'The total of the period:',
    caption: 'All entries',
    empty: 'There are no entries yet.',
    day: 'Day',
    what: 'What',
    about: 'For',
    amount: 'Amount',
    leftAfter: 'Left',
    left: 'Left now',
    kinds: {
      topped_up: 'Added by the board',
      carried_in: 'From the last period',
      carried_out: 'On to the next period',
      committed: 'Promised',
      released: 'Came back',
    },
  },
});
