import { defineText } from '../../../kernel/language.ts';

/** Headings of the lists as files. */
export const fileText = defineText({
  da: {
    title: 'Initiativ',
    what: 'Hvad',
    place: 'Sted',
    startsOn: 'Første dag',
    endsOn: 'Sidste dag',
    lastHeard: 'Sidst sket noget',
    address: 'Adresse',
    said: 'Idé',
    name: 'Navn',
    email: 'Mail',
    phone: 'Telefon',
    postedOn: 'Kom',
    readBy: 'Læses senest',
    answeredOn: 'Svaret',
    answer: 'Svar',
  },
  en: {
    title: 'Initiative',
    what: 'What',
    place: 'Place',
    startsOn: 'First day',
    endsOn: 'Last day',
    lastHeard: 'Last happened',
    address: 'Address',
    said: 'Idea',
    name: 'Name',
    email: 'Mail',
    phone: 'Telephone',
    postedOn: 'Came',
    readBy: 'To be read by',
    answeredOn: 'Answered',
    answer: 'Answer',
  },
});
