import { defineText } from '../../../kernel/language.ts';

/** What a reader who came in by paper is told, where ways in are added. */
export const ownWayText = defineText({
  da: {
    ground: {
      nothing:
        'Du er logget ind med en kode på papir. Den kan andre have læst. Log ud, og log ind med en kode på mail eller SMS. Så kan du lave en adgangsnøgle eller knytte dit MitID.',
      paper:
        'Du er logget ind med en kode på papir. Det, du laver her, gælder, til du får en opgave som for eksempel bestyrelsesmedlem. Så logger du ind med en kode på mail eller SMS i stedet.',
    },
    ownWayFirst: {
      mitid: 'Dit MitID er ikke knyttet. Log først ind med en kode på mail eller SMS.',
      entra: 'Din arbejdskonto er ikke knyttet. Log først ind med en kode på mail eller SMS.',
    },
  },
  en: {
    ground: {
      nothing:
        'You are signed in by a code on paper, which others may have read. Sign out, and sign in by a code by mail or SMS. Then you can make a passkey or connect your MitID.',
      paper:
        'You are signed in by a code on paper. What you make here lasts until you are given a task, for example a seat on the board. Then you sign in by a code by mail or SMS instead.',
    },
    ownWayFirst: {
      mitid: 'Your MitID is not connected. First sign in by a code by mail or SMS.',
      entra: 'Your work account is not connected. First sign in by a code by mail or SMS.',
    },
  },
});
