import { defineText } from '../../../kernel/language.ts';

export const waysText = defineText({
  da: {
    title: 'Sådan logger du ind',
    intro: 'Du kan altid få en kode. Her kan du gøre det hurtigere.',

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

    sms: 'Vil du hellere have en SMS?',
    smsText: 'Koden kommer på SMS, hvis du har valgt SMS på Min side. Ellers kommer den på mail igen.',
    smsButton: 'Send koden som SMS',

    passkeySignIn: 'Brug en adgangsnøgle',
    passkeys: 'Adgangsnøgler',
    passkeysIntro:
      'Med en adgangsnøgle logger du ind med finger, ansigt eller pinkoden til din telefon. Du skal ikke skrive noget.',
    passkeyNone: 'Du har ingen adgangsnøgler endnu.',
    passkeyAdd: 'Lav en adgangsnøgle her',
    passkeyNoScript: 'Din browser kan ikke lave en adgangsnøgle her. Prøv med en nyere browser.',
    passkeyNowhere: 'Adgangsnøgler virker kun på en adresse med et navn og https. Åbn siden på dens rigtige adresse.',
    passkeyMany: 'Du har så mange adgangsnøgler, som man kan have. Slet en først.',
    passkeyName: 'Navn',
    passkeyRename: 'Gem navnet',
    passkeyRenamed: 'Navnet er gemt.',
    passkeyRemove: 'Slet nøglen',
    passkeyRemoved: 'Nøglen er slettet her. Slet den også på din telefon eller computer.',
    passkeyAdded: 'Nu kan du logge ind med adgangsnøglen.',
    passkeyUnnamed: 'Adgangsnøgle',
    passkeySince: (day: string) => `Lavet ${day}`,
    passkeyUsed: (day: string) => `brugt sidst ${day}`,
    passkeyNeverUsed: 'ikke brugt endnu',
    passkeyFailed: 'Det lykkedes ikke med adgangsnøglen. Prøv igen, eller bed om en kode.',
    passkeyUnknown: 'Vi kender ikke den adgangsnøgle her. Bed om en kode i stedet.',
    nameMissing: 'Skriv et navn til nøglen, for eksempel ”Min telefon”.',

    vouched: 'MitID og arbejdskonto',
    mitid: 'MitID',
    entra: 'Arbejdskonto (Microsoft)',
    signInBy: { mitid: 'Log ind med MitID', entra: 'Log ind med arbejdskonto' },
    tie: { mitid: 'Knyt dit MitID', entra: 'Knyt din arbejdskonto' },
    tied: { mitid: 'Dit MitID er knyttet til dig her.', entra: 'Din arbejdskonto er knyttet til dig her.' },
    untie: { mitid: 'Fjern MitID', entra: 'Fjern arbejdskontoen' },
    untied: { mitid: 'Dit MitID er fjernet.', entra: 'Arbejdskontoen er fjernet.' },
    vouchedIntro: 'Vi gemmer ikke dit CPR-nummer. Vi gemmer kun et nummer, som tjenesten har fundet på til os.',
    devices: 'Se, hvor du er logget ind',

    tiedSince: (day: string) => `Knyttet ${day}`,
    tieTitle: { mitid: 'Er det dit MitID?', entra: 'Er det din arbejdskonto?' },
    tieAsk: {
      mitid: (name: string) => `Du er logget ind som ${name}. Skal dit MitID høre til den bruger?`,
      entra: (name: string) => `Du er logget ind som ${name}. Skal din arbejdskonto høre til den bruger?`,
    },
    tieBegun: {
      mitid: (time: string) => `Der blev brugt MitID i denne browser kl. ${time}.`,
      entra: (time: string) => `Der blev brugt en arbejdskonto i denne browser kl. ${time}.`,
    },
    tieFits: { mitid: 'Navnet hos MitID passer med dit.', entra: 'Navnet på kontoen passer med dit.' },
    tieDiffers: {
      mitid: 'Navnet hos MitID er et andet end det, vi kender dig under.',
      entra: 'Navnet på kontoen er et andet end det, vi kender dig under.',
    },
    tieUnknown: { mitid: 'Vi kan ikke se, hvis MitID det er.', entra: 'Vi kan ikke se, hvis konto det er.' },
    tieShared: 'Var det ikke dig, så sig nej. Ellers kan en anden logge ind som dig.',
    tieLater: 'Nej, ikke nu',
    strangerTitle: {
      mitid: 'Vi kender ikke dit MitID her endnu',
      entra: 'Vi kender ikke din arbejdskonto her endnu',
    },
    stranger: 'Log ind én gang på en anden måde. Bagefter spørger vi, om de to hører sammen.',
    strangerCode: 'Få en kode på mail eller SMS',
    strangerLetter: 'Brug koden fra et brev',
    strangerShared: (minutes: number) =>
      `Vi husker det i ${minutes} minutter i denne browser. Er I flere om den, så bed os glemme det, før du går.`,
    forget: { mitid: 'Glem mit MitID her', entra: 'Glem min arbejdskonto her' },
    forgotten: { mitid: 'Dit MitID er glemt her.', entra: 'Din arbejdskonto er glemt her.' },
    trouble: {
      stale: 'Det tog for lang tid, eller det blev begyndt i en anden browser. Prøv igen.',
      refused: 'Du er ikke logget ind. Prøv igen, eller bed om en kode.',
      cancelled: 'Du stoppede, før du var færdig. Prøv igen, eller bed om en kode.',
      level: 'Dit MitID skal være på et højere niveau her. Prøv igen, og brug MitID-app eller kodeviser.',
      unreachable: 'Vi kan ikke få fat i tjenesten lige nu. Prøv igen om lidt, eller bed om en kode.',
      taken: 'Det hører allerede til en anden bruger her. Ring til os, så hjælper vi.',
      closed: 'Den måde er lukket her. Bed om en kode i stedet.',
    },
    troubleTitle: 'Du er ikke logget ind',
    again: 'Prøv igen',
    useCode: 'Bed om en kode',

    settings: 'Måder at logge ind på',
    settingsIntro: 'Koder på mail og koder på papir er altid åbne. Her vælger I, hvad der ellers er åbent.',
    openSms: 'Koder på SMS',
    openPasskey: 'Adgangsnøgler',
    openMitid: 'MitID',
    openEntra: 'Arbejdskonto (Microsoft Entra) for ansatte',
    notSetUp: 'Er ikke sat op på serveren. Bed den, der passer den, om hjælp.',
    smsADay: 'Så mange SMS-dele må koder højst bruge på et døgn',
    smsADayHint: (used: number) =>
      `En kode fylder som regel én del på 160 tegn. I dag er der brugt ${used}. Når loftet er nået, sendes koder på mail.`,
    smsADayWrong: 'Skriv et helt tal fra 0 til 100.000.',
    directoryDays: 'Så mange dage holder roller fra arbejdskontoen, hvis den ikke bruges',
    directoryDaysHint:
      'Arbejdskontoen bliver kun spurgt, når nogen logger ind med den. Den, der er holdt op hos jer, mister sine roller her efter så mange dage.',
    directoryDaysWrong: 'Skriv et helt antal dage fra 1 til 365.',
    save: 'Gem',
    saved: 'Det er gemt.',

    mail: {
      subject: 'Der er en ny måde at logge ind på som dig',
      hello: (name: string) => `Hej ${name}`,
      added: {
        passkey: (sender: string) => `Der er lavet en adgangsnøgle til din bruger hos ${sender}.`,
        mitid: (sender: string) => `Et MitID er knyttet til din bruger hos ${sender}.`,
        entra: (sender: string) => `En arbejdskonto er knyttet til din bruger hos ${sender}.`,
      },
      wasYou: 'Var det dig, skal du ikke gøre noget.',
      button: 'Se, hvordan du logger ind',
      notYou: 'Var det ikke dig? Så slet den på siden, log ud alle steder, og ring til os.',
      lapsedSubject: 'Log ind med din arbejdskonto igen',
      lapsed: (sender: string, days: number) =>
        `Du har ikke logget ind hos ${sender} med din arbejdskonto i ${days} dage. Derfor er de roller holdt op, som den gav dig.`,
      lapsedBack:
        'Log ind med arbejdskontoen, så får du dem igen. Er du holdt op med at arbejde der, skal du ikke gøre noget.',
      lapsedButton: 'Log ind med arbejdskonto',
      sms: (sender: string) =>
        `Der er en ny måde at logge ind på som dig hos ${sender}. Var det ikke dig, så ring til os med det samme.`,
    },

    journal: {
      signedIn: {
        mail: 'En beboer loggede ind med en kode på mail.',
        sms: 'En beboer loggede ind med en kode på SMS.',
        passkey: 'En beboer loggede ind med en adgangsnøgle.',
        mitid: 'En beboer loggede ind med MitID.',
        entra: 'En ansat loggede ind med sin arbejdskonto.',
      },
      added: {
        passkey: (actor: string) => `${actor} lavede en adgangsnøgle.`,
        mitid: (actor: string) => `${actor} knyttede sit MitID.`,
        entra: (actor: string) => `${actor} knyttede sin arbejdskonto.`,
      },
      removed: {
        passkey: (actor: string) => `${actor} slettede en adgangsnøgle.`,
        mitid: (actor: string) => `${actor} fjernede sit MitID.`,
        entra: (actor: string) => `${actor} fjernede sin arbejdskonto.`,
      },
      decided: (actor: string) => `${actor} valgte, hvordan man kan logge ind.`,
      directoryGave: (name: string, role: string) => `Arbejdskontoen gav ${name} rollen ”${role}”.`,
      directoryTook: (name: string, role: string) => `Arbejdskontoen tog rollen ”${role}” fra ${name}.`,
      lapsed: (name: string) => `Rollerne fra ${name}s arbejdskonto holdt op: den er ikke brugt længe.`,
      smsLimit: (aDay: number) => `Døgnets loft på ${aDay} SMS-dele til koder blev nået. Koder sendes nu på mail.`,
    },
  },
  en: {
    title: 'How you sign in',
    intro: 'You can always get a code. Here you can make it quicker.',

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

    sms: 'Would you rather have an SMS?',
    smsText: 'The code comes by SMS if you have chosen SMS on My page. Otherwise it comes by mail again.',
    smsButton: 'Send the code by SMS',

    passkeySignIn: 'Use a passkey',
    passkeys: 'Passkeys',
    passkeysIntro:
      "With a passkey you sign in with your finger, your face or your phone's PIN. There is nothing to type.",
    passkeyNone: 'You have no passkeys yet.',
    passkeyAdd: 'Make a passkey here',
    passkeyNoScript: 'Your browser cannot make a passkey here. Try a newer browser.',
    passkeyNowhere: 'Passkeys only work at an address with a name and https. Open the site at its real address.',
    passkeyMany: 'You have as many passkeys as one can have. Delete one first.',
    passkeyName: 'Name',
    passkeyRename: 'Save the name',
    passkeyRenamed: 'The name is saved.',
    passkeyRemove: 'Delete the key',
    passkeyRemoved: 'The key is deleted here. Delete it on your phone or computer too.',
    passkeyAdded: 'Now you can sign in with the passkey.',
    passkeyUnnamed: 'Passkey',
    passkeySince: (day: string) => `Made ${day}`,
    passkeyUsed: (day: string) => `last used ${day}`,
    passkeyNeverUsed: 'not used yet',
    passkeyFailed: 'It did not work with the passkey. Try again, or ask for a code.',
    passkeyUnknown: 'We do not know that passkey here. Ask for a code instead.',
    nameMissing: 'Enter a name for the key, for example “My phone”.',

    vouched: 'MitID and work account',
    mitid: 'MitID',
    entra: 'Work account (Microsoft)',
    signInBy: { mitid: 'Sign in with MitID', entra: 'Sign in with work account' },
    tie: { mitid: 'Connect your MitID', entra: 'Connect your work account' },
    tied: { mitid: 'Your MitID is connected to you here.', entra: 'Your work account is connected to you here.' },
    untie: { mitid: 'Remove MitID', entra: 'Remove the work account' },
    untied: { mitid: 'Your MitID is removed.', entra: 'The work account is removed.' },
    vouchedIntro: 'We do not keep your CPR number. We only keep a number that the service has made up for us.',
    devices: 'See where you are signed in',

    tiedSince: (day: string) => `Connected ${day}`,
    tieTitle: { mitid: 'Is this your MitID?', entra: 'Is this your work account?' },
    tieAsk: {
      mitid: (name: string) => `You are signed in as ${name}. Shall your MitID belong to that account?`,
      entra: (name: string) => `You are signed in as ${name}. Shall your work account belong to that account?`,
    },
    tieBegun: {
      mitid: (time: string) => `MitID was used in this browser at ${time}.`,
      entra: (time: string) => `A work account was used in this browser at ${time}.`,
    },
    tieFits: { mitid: 'The name at MitID fits yours.', entra: 'The name of the account fits yours.' },
    tieDiffers: {
      mitid: 'The name at MitID is another than the one that we know you by.',
      entra: 'The name of the account is another than the one that we know you by.',
    },
    tieUnknown: { mitid: 'We cannot see whose MitID it is.', entra: 'We cannot see whose account it is.' },
    tieShared: 'If it was not you, say no. Otherwise somebody else can sign in as you.',
    tieLater: 'No, not now',
    strangerTitle: {
      mitid: 'We do not know your MitID here yet',
      entra: 'We do not know your work account here yet',
    },
    stranger: 'Sign in once in another way. Afterwards we ask whether the two belong together.',
    strangerCode: 'Get a code by mail or SMS',
    strangerLetter: 'Use the code from a letter',
    strangerShared: (minutes: number) =>
      `We remember it for ${minutes} minutes in this browser. If you share it, ask us to forget it before you leave.`,
    forget: { mitid: 'Forget my MitID here', entra: 'Forget my work account here' },
    forgotten: { mitid: 'Your MitID is forgotten here.', entra: 'Your work account is forgotten here.' },
    trouble: {
      stale: 'It took too long, or it was begun in another browser. Try again.',
      refused: 'You are not signed in. Try again, or ask for a code.',
      cancelled: 'You stopped before you were done. Try again, or ask for a code.',
      level: 'Your MitID must be at a higher level here. Try again with the MitID app or code display.',
      unreachable: 'We cannot reach the service just now. Try again in a moment, or ask for a code.',
      taken: 'It already belongs to another account here. Call us, and we will help.',
      closed: 'That way is closed here. Ask for a code instead.',
    },
    troubleTitle: 'You are not signed in',
    again: 'Try again',
    useCode: 'Ask for a code',

    settings: 'Ways to sign in',
    settingsIntro: 'Codes by mail and codes on paper are always open. Here you choose what else is.',
    openSms: 'Codes by SMS',
    openPasskey: 'Passkeys',
    openMitid: 'MitID',
    openEntra: 'Work account (Microsoft Entra) for staff',
    notSetUp: 'Is not set up on the server. Ask the person who looks after it.',
    smsADay: 'Codes may take at most so many SMS parts in a day',
    smsADayHint: (used: number) =>
      `A code mostly fills one part of 160 characters. ${used} are used today. Above the limit codes go by mail.`,
    smsADayWrong: 'Enter a whole number from 0 to 100,000.',
    directoryDays: 'Roles from the work account last so many days when it is not used',
    directoryDaysHint:
      'The work account is asked only when somebody signs in with it. Whoever has left you loses their roles here after so many days.',
    directoryDaysWrong: 'Enter a whole number of days from 1 to 365.',
    save: 'Save',
    saved: 'It is saved.',

    mail: {
      subject: 'There is a new way to sign in as you',
      hello: (name: string) => `Dear ${name}`,
      added: {
        passkey: (sender: string) => `A passkey was made for your account at ${sender}.`,
        mitid: (sender: string) => `A MitID was connected to your account at ${sender}.`,
        entra: (sender: string) => `A work account was connected to your account at ${sender}.`,
      },
      wasYou: 'If it was you, there is nothing to do.',
      button: 'See how you sign in',
      notYou: 'Was it not you? Then delete it on that page, sign out everywhere, and call us.',
      lapsedSubject: 'Sign in with your work account again',
      lapsed: (sender: string, days: number) =>
        `You have not signed in at ${sender} with your work account for ${days} days. So the roles that it gave you have ended.`,
      lapsedBack:
        'Sign in with the work account, and you get them back. If you no longer work there, there is nothing to do.',
      lapsedButton: 'Sign in with work account',
      sms: (sender: string) => `There is a new way to sign in as you at ${sender}. If it was not you, call us at once.`,
    },

    journal: {
      signedIn: {
        mail: 'A resident signed in with a code by mail.',
        sms: 'A resident signed in with a code by SMS.',
        passkey: 'A resident signed in with a passkey.',
        mitid: 'A resident signed in with MitID.',
        entra: 'A member of staff signed in with their work account.',
      },
      added: {
        passkey: (actor: string) => `${actor} made a passkey.`,
        mitid: (actor: string) => `${actor} connected their MitID.`,
        entra: (actor: string) => `${actor} connected their work account.`,
      },
      removed: {
        passkey: (actor: string) => `${actor} deleted a passkey.`,
        mitid: (actor: string) => `${actor} removed their MitID.`,
        entra: (actor: string) => `${actor} removed their work account.`,
      },
      decided: (actor: string) => `${actor} chose how one can sign in.`,
      directoryGave: (name: string, role: string) => `The work account gave ${name} the role “${role}”.`,
      directoryTook: (name: string, role: string) => `The work account took the role “${role}” from ${name}.`,
      lapsed: (name: string) => `The roles from the work account of ${name} ended: it has not been used for long.`,
      smsLimit: (aDay: number) => `The day's limit of ${aDay} SMS parts for codes was reached. Codes now go by mail.`,
    },
  },
});
