import { defineText } from '../../../../kernel/language.ts';

/** A picture that is put with the story itself. */
export const picturesText = defineText({
  da: {
    title: 'Læg et billede ved',
    intro: (most: number) =>
      `En historie kan have ${most} billeder. Gem det, du har skrevet, først. Vi fjerner tid og sted, som kameraet har gemt.`,
    full: (most: number) => `Historien har ${most} billeder. Tag ét ud, før du lægger et nyt ved.`,
    picture: 'Billede',
    pictureHint: 'JPG, PNG eller WebP på højst 12 MB.',
    pictureMissing: 'Vælg et billede.',
    alt: 'Hvad kan man se?',
    altHint: 'Én sætning til dem, der ikke kan se billedet. Skriv ingen navne.',
    altMissing: 'Skriv, hvad man kan se på billedet.',
    people: 'Hvem er på billedet?',
    onPicture: {
      nobody: 'Ingen, man kan kende',
      adults: 'Voksne, og de har alle sagt ja',
      children: 'Også børn, og deres forældre har sagt ja',
    },
    peopleMissing: 'Vælg, hvem der er på billedet.',
    consent:
      'Jeg har selv taget billedet, eller jeg må bruge det. Alle, man kan kende, har sagt ja til, at alle må se det i historien, i nyhedsbreve og på plakater. De kan altid sige nej igen.',
    consentMissing: 'Sæt kryds, når alle på billedet har sagt ja.',
    add: 'Læg billedet ved',
    added: 'Billedet er lagt ved historien.',
    own: 'Lagt ved historien',
    out: 'Slet billedet',
    outLabel: (alt: string) => `Slet billedet: ${alt}`,
    refusals: {
      too_many: 'Historien har fire billeder. Tag ét ud, før du lægger et nyt ved.',
    },
  },
  en: {
    title: 'Add a picture',
    intro: (most: number) =>
      `A story can have ${most} pictures. Save what you have written first. We remove the time and place that the camera kept.`,
    full: (most: number) => `The story has ${most} pictures. Take one out before you add another.`,
    picture: 'Picture',
    pictureHint: 'JPG, PNG or WebP of at most 12 MB.',
    pictureMissing: 'Choose a picture.',
    alt: 'What can one see?',
    altHint: 'One sentence for those who cannot see the picture. No names, please.',
    altMissing: 'Write what one can see on the picture.',
    people: 'Who is on the picture?',
    onPicture: {
      nobody: 'Nobody who can be known',
      adults: 'Adults, and all have said yes',
      children: 'Children too, and their parents have said yes',
    },
    peopleMissing: 'Choose who is on the picture.',
    consent:
      'I have taken the picture myself, or I may use it. All who can be known have agreed that everybody sees it in the story, in newsletters and on posters. They can always say no again.',
    consentMissing: 'Tick when all on the picture have said yes.',
    add: 'Add the picture',
    added: 'The picture is in the story.',
    own: 'Added to the story',
    out: 'Delete the picture',
    outLabel: (alt: string) => `Delete the picture: ${alt}`,
    refusals: {
      too_many: 'The story has four pictures. Take one out before you add another.',
    },
  },
});
