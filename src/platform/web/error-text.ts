import { defineText } from '../../kernel/language.ts';

export const errorText = defineText({
  da: {
    missing: 'Her er der ikke noget',
    missingBody: 'Siden findes ikke, eller også er den ikke for dig. Måske er den flyttet, eller du skal logge ind.',
    home: 'Gå til forsiden',
    signIn: 'Log ind',
    tooMany: 'Vent lige lidt',
    tooManyBody: 'Der er kommet mange forsøg herfra på kort tid. Prøv igen om et kvarter. Du kan også ringe til os.',
    tooLarge: 'Det var for stort',
    tooLargeBody: 'Det, du sendte, fylder for meget. Gå tilbage, og prøv med en mindre fil eller en kortere tekst.',
    busy: 'Der er travlt lige nu',
    busyBody: 'Mange sender filer i samme øjeblik. Gå tilbage, vent et minut, og send igen.',
    stale: 'Siden har ligget åben for længe',
    staleBody:
      'Vi kunne ikke se, at det var dig. Gå tilbage i browseren: så står din tekst der endnu. Log ind i et nyt vindue, og send igen.',
    broken: 'Noget gik galt hos os',
    brokenBody:
      'Det er ikke din skyld. Prøv igen om lidt. Bliver det ved, så ring eller skriv til os, og nævn dette nummer:',
  },
  en: {
    missing: 'There is nothing here',
    missingBody: 'The page does not exist, or it is not for you. Perhaps it has moved, or you need to sign in.',
    home: 'Go to the front page',
    signIn: 'Sign in',
    tooMany: 'Please wait a little',
    tooManyBody: 'There have been many tries from here in a short time. Try again in a quarter of an hour, or call us.',
    tooLarge: 'That was too large',
    tooLargeBody: 'What you sent is too large. Go back and try a smaller file or a shorter text.',
    busy: 'It is busy just now',
    busyBody: 'Many are sending files at this moment. Go back, wait a minute, and send again.',
    stale: 'The page has been open for too long',
    staleBody:
      'We could not see that it was you. Go back in the browser: your text is still there. Sign in in a new window and send again.',
    broken: 'Something went wrong on our side',
    brokenBody:
      'It is not your fault. Try again in a moment. If it goes on, call or write to us and mention this number:',
  },
});
