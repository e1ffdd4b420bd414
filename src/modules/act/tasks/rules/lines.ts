import { type Kind, LEAST_MINUTES, MOST_MINUTES, type Piece } from './task.ts';

/** A line that begins with its minutes: "20 Hent stole", "20 min. Hent stole", of any length. Null where minutes or words are missing. */
export function minutesAndWords(line: string): { readonly says: string; readonly minutes: number } | null {
  const found = /^(\d{1,3})\s*(?:min\b\.?)?[:\s]\s*(\D.*)$/i.exec(line.trim());
  const minutes = Number(found?.[1] ?? 0);
  return found?.[2] && minutes > 0 ? { says: found[2], minutes } : null;
}

/** A line that is one task. Null where it is none, or takes too short or too long. */
export function readLine(line: string): { readonly says: string; readonly minutes: number } | null {
  const read = minutesAndWords(line);
  return read && read.minutes >= LEAST_MINUTES && read.minutes <= MOST_MINUTES ? read : null;
}

/** Words that tell what sort of thing it is, the most telling first. Danish and English, as whole beginnings of words. */
const TELLING: readonly (readonly [Kind, RegExp])[] = [
  ['tidying', /\b(ryd|fej|vask|saml|sorter|tidy|sweep|wash|clean|sort)/i],
  ['food', /\b(bag|kaffe|kog|smør|skær|grill|mad|køb|boller|popcorn|suppe|bake|coffee|cook|food|shop)/i],
  ['green', /\b(plant|vand|grav|så|luge|klip|dig|water|sow|weed)/i],
  ['carry', /\b(bær|hent|stil|kør|flyt|løft|stole|borde|carry|fetch|drive|move|chairs|tables)/i],
  ['fixing', /\b(ordn|skru|sæt|repar|byg|mal|lån|fix|build|repair|paint)/i],
  ['telling', /\b(spørg|ring|hæng|skriv|tal |bank|fortæl|del |ask|call|write|tell|knock)/i],
];

/** What sort of thing a line is, from its words; receiving people where they do not tell. */
export function kindFrom(says: string): Kind {
  return TELLING.find(([, words]) => words.test(says))?.[0] ?? 'hosting';
}

/** A thing of any length as tasks of 5 to 60 minutes: what is longer becomes several of the same length. */
export function piecesFrom(says: string, minutes: number): readonly Piece[] {
  const times = Math.max(1, Math.ceil(minutes / MOST_MINUTES));
  const each = Math.min(MOST_MINUTES, Math.max(LEAST_MINUTES, Math.round(minutes / times)));
  return Array.from({ length: times }, () => ({
    piece: '',
    says,
    minutes: each,
    kind: kindFrom(says),
    dueOn: null,
    clock: '',
    forChildren: false,
  }));
}
