import { type Activity, holding, nobodys } from './holdings.ts';

/** What the ground under the modules keeps: the journal, devices, files, search. */
export const platformHoldings: Activity = {
  key: 'platform',
  name: { da: 'Drift, sikkerhed og historik', en: 'Operation, security and history' },
  purpose: {
    da: 'At siden virker, at den er sikker, og at man kan se, hvad der er sket.',
    en: 'That the site works, that it is safe, and that what happened can be seen.',
  },
  people: { da: 'Alle, der bruger siden', en: 'Everybody who uses the site' },
  data: {
    da: 'Numre (ikke navne) på dem, der gjorde noget; enheder; filer',
    en: 'Numbers (not names) of those who did something; devices; files',
  },
  basis: { da: 'GDPR art. 6, stk. 1, litra e og f, og art. 32', en: 'GDPR art. 6(1)(e) and (f), and art. 32' },
  recipients: { da: 'Den, der driver serveren', en: 'Whoever runs the server' },
  holdings: [
    holding('session', {
      called: { da: 'Enheder, der er logget ind', en: 'Devices signed in' },
      columns: { token_hash: 'secret', person_id: 'subject', device: 'words', way: 'plain' },
      erased: 'goes',
      keeps: { after: 'expires_at', period: { days: 0 }, law: 'security', rows: 'goes', job: 'web.tidy' },
    }),
    holding('rate_limit', {
      called: { da: 'Tælling af forsøg', en: 'Counts of tries' },
      columns: { bucket: 'secret' },
      erased: 'nobody',
      keeps: { after: 'window_start', period: { days: 2 }, law: 'security', rows: 'goes', job: 'web.tidy' },
    }),
    holding('sms_log', {
      called: { da: 'SMS uden udbyder', en: 'SMS without a provider' },
      columns: { phone: 'phone', sender: 'plain', body: 'told' },
      erased: 'goes',
      keeps: { after: 'sent_at', period: { days: 30 }, law: 'accountability', rows: 'goes', job: 'sms.tidy' },
    }),
    holding('search_entry', {
      called: { da: 'Ord, der kan søges i', en: 'Words that can be searched' },
      columns: { kind: 'plain', title: 'common', body: 'common', path: 'plain' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    holding('file', {
      called: { da: 'Filer', en: 'Files' },
      columns: { sha256: 'secret', name: 'common', kind: 'plain', purpose: 'plain', saved_by: 'actor' },
      erased: 'nobody',
      keeps: { until: 'house', law: 'accountability' },
    }),
    nobodys('file_blob', { da: 'Filers indhold', en: 'Contents of files' }, { sha256: 'secret', content: 'file' }),
    holding('journal_entry', {
      called: { da: 'Historik', en: 'History' },
      columns: {
        kind: 'plain',
        actor_kind: 'plain',
        actor_id: 'subject',
        channel: 'plain',
        subject_kind: 'plain',
        subject_id: 'plain',
        thread_id: 'plain',
        facts: 'plain',
        previous_hash: 'secret',
        hash: 'secret',
      },
      erased: 'kept',
      keeps: { until: 'house', law: 'accountability' },
    }),
    nobodys('journal_head', { da: 'Historikkens ende', en: 'The end of the history' }, { hash: 'secret' }),
    nobodys(
      'journal_anchor',
      { da: 'Historikkens segl', en: 'Seals of the history' },
      { hash: 'secret', told_in: 'plain' },
    ),
    holding('handover', {
      called: { da: 'Det, et andet hus har afleveret', en: 'What another house handed over' },
      columns: { house_id: 'plain', kind: 'plain', body: 'plain', key_hash: 'secret' },
      erased: 'nobody',
      keeps: { after: 'holds_until', period: { days: 1 }, law: 'security', rows: 'goes', job: 'across.tidy' },
    }),
    nobodys(
      'handover_file',
      { da: 'Filer, et andet hus har afleveret', en: 'Files handed over by another house' },
      { name: 'plain', content: 'file' },
    ),
    nobodys('thread_heard', { da: 'Sidste nyt', en: 'Latest news' }, { thread_id: 'plain' }),
  ],
};
