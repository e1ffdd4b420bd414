import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';
import { JOBS } from './rules.ts';

/** What signing in keeps of people. */
export const signinHoldings: Activity = {
  key: 'signin',
  name: { da: 'At logge ind', en: 'Signing in' },
  purpose: {
    da: 'At den rigtige kommer ind, og at ingen anden gør.',
    en: 'That the right person gets in, and nobody else does.',
  },
  people: { da: 'Alle, der logger ind', en: 'Everybody who signs in' },
  data: {
    da: 'Koder (krypteret aftryk), enheder, tidspunkter, tilknytning til MitID eller arbejdskonto',
    en: 'Codes (hashes), devices, times, link to MitID or a work account',
  },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra f, og art. 32 (sikkerhed)',
    en: 'GDPR art. 6(1)(f) and art. 32 (security)',
  },
  recipients: {
    da: 'Den, der sender mail og SMS for os, og den valgte MitID-formidler',
    en: 'Whoever carries mail and SMS for us, and the chosen MitID broker',
  },
  holdings: [
    holding('sign_in_code', {
      called: { da: 'Koder til at logge ind', en: 'Codes for signing in' },
      columns: {
        channel: 'plain',
        address: 'email',
        language: 'plain',
        return_path: 'plain',
        person_id: 'subject',
        code_hash: 'secret',
        link_hash: 'secret',
      },
      erased: 'goes',
      keeps: {
        after: 'expires_at',
        period: { days: 1 },
        law: 'security',
        rows: 'goes',
        job: JOBS.tidy.name,
      },
    }),
    holding('household_code', {
      called: { da: 'Koder til boliger', en: 'Codes for homes' },
      columns: { code_hash: 'secret', issued_by: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'security' },
    }),
    holding('household_code_use', {
      called: { da: 'Brug af boligens kode', en: 'Uses of the home’s code' },
      columns: { person_id: 'subject' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'security' },
    }),
    holding('passkey', {
      called: { da: 'Adgangsnøgler', en: 'Passkeys' },
      columns: {
        person_id: 'subject',
        credential_id: 'secret',
        public_key: 'secret',
        transports: 'plain',
        name: 'words',
      },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'security' },
    }),
    holding('sign_in_identity', {
      called: { da: 'MitID og arbejdskonto', en: 'MitID and work account' },
      columns: { person_id: 'subject', issuer: 'plain', subject: 'words', level: 'plain' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'security' },
    }),
    holding('sign_in_attempt', {
      called: { da: 'Begyndte forsøg på at logge ind', en: 'Begun sign-ins' },
      columns: { token_hash: 'secret', person_id: 'subject', held: 'secret' },
      erased: 'goes',
      keeps: { after: 'expires_at', period: { days: 1 }, law: 'security', rows: 'goes', job: JOBS.tidy.name },
    }),
    nobodys('directory_role', { da: 'Roller fra arbejdskontoen', en: 'Roles from the work account' }, {}),
    nobodys('sign_in_setting', { da: 'Måder at logge ind på', en: 'Ways to sign in' }, { changed_by: 'actor' }),
    nobodys('sign_in_sms_day', { da: 'SMS om dagen', en: 'SMS a day' }, {}),
    nobodys('signing_key', { da: 'Nøgler', en: 'Keys' }, { purpose: 'plain', key: 'secret' }),
  ],
};
