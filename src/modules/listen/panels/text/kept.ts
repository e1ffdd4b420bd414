import { defineText } from '../../../../kernel/language.ts';

/** What is said where answers have been deleted, and the published list stands. */
export const keptText = defineText({
  da: {
    drawGone:
      'Tiden er gået for nogle af dem, der var i puljen, så deres svar er slettet. Lodnumrene, listen og dens fingeraftryk står stadig.',
    proofGone:
      'answers.csv er her ikke mere: vi har slettet svar, som vi lovede. Listen og dens fingeraftryk er de samme som før.',
    noteGone:
      'Tiden er gået for nogle af dem, der var i puljen, og deres svar er slettet, som vi lovede. Derfor kan de ikke tælles her mere.',
    reasonGone: 'Hvorfor den blev sådan, kan vi ikke regne ud mere: de andres svar er slettet, som vi lovede.',
    answerMissing: 'Vælg ja eller nej, så giver vi ikke din plads videre ved en fejl.',
  },
  en: {
    drawGone:
      'Time is up for some of those who were in the pool, so their answers are deleted. The lots, the list and its fingerprint stand.',
    proofGone:
      'answers.csv is no longer here: we have deleted answers, as we promised. The list and its fingerprint are the same as before.',
    noteGone:
      'Time is up for some of those who were in the pool, and their answers are deleted, as we promised. So they cannot be counted here any more.',
    reasonGone: 'Why it came out so can no longer be told: the others’ answers are deleted, as we promised.',
    answerMissing: 'Choose yes or no, so that we do not pass your seat on by mistake.',
  },
});
