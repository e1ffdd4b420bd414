import { defineText } from './kernel/language.ts';

export const vacantSeatsText = defineText({
  da: {
    forBoard: (name: string, department: string) =>
      `${name} er flyttet fra ${department}, og der er en plads ledig i jeres bestyrelse. Tal om, hvem der træder ind.`,
    forBoardAction: 'Se afdelingen',
    forOffice: (name: string, department: string) =>
      `${name} er flyttet, og der er en plads ledig i bestyrelsen for ${department}.`,
    forOfficeAction: 'Se bestyrelsen',
  },
  en: {
    forBoard: (name: string, department: string) =>
      `${name} has moved from ${department}, and there is a vacant seat on your board. Talk about who steps in.`,
    forBoardAction: 'See the department',
    forOffice: (name: string, department: string) =>
      `${name} has moved, and there is a vacant seat on the board of ${department}.`,
    forOfficeAction: 'See the board',
  },
});
