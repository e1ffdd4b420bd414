import { sql } from 'kysely';

/** `referenceOf` in SQL, for a question that calls the fund `f` and the submission `s`. A test holds the two together. */
export const REFERENCE = sql<string>`f.prefix || '-' || lpad(s.number::text, greatest(4, length(s.number::text)), '0')`;
