import { defineText } from '../../kernel/language.ts';

/** Why `saveInTwoSizes` does not take a picture. */
export const pictureRefusals = defineText({
  da: {
    empty: 'Filen er tom. Vælg et andet billede.',
    too_large: 'Billedet fylder mere end 12 MB. Send et mindre.',
    kind_unknown: 'Det ligner ikke et billede. Send et som JPG, PNG eller WebP.',
    kind_not_allowed: 'Det er ikke et billede, vi kan vise. Send et som JPG, PNG eller WebP.',
    not_what_the_name_says: 'Filens navn og indhold passer ikke sammen. Send billedet som JPG, PNG eller WebP.',
    picture_broken: 'Billedet kan ikke læses. Prøv at sende det igen, eller vælg et andet.',
    picture_too_many_pixels: 'Billedet er for stort. Send et mindre.',
    picture_cannot_be_cleaned: 'Vi kan ikke læse billeder som HEIC. Gem det som JPG, og send det igen.',
  },
  en: {
    empty: 'The file is empty. Choose another picture.',
    too_large: 'The picture is larger than 12 MB. Send a smaller one.',
    kind_unknown: 'That does not look like a picture. Send one as JPG, PNG or WebP.',
    kind_not_allowed: 'That is not a picture we can show. Send one as JPG, PNG or WebP.',
    not_what_the_name_says: 'The name of the file and what is in it do not fit. Send the picture as JPG, PNG or WebP.',
    picture_broken: 'The picture cannot be read. Try again, or choose another.',
    picture_too_many_pixels: 'The picture is too large. Send a smaller one.',
    picture_cannot_be_cleaned: 'We cannot read HEIC pictures. Save it as JPG and send it again.',
  },
});
