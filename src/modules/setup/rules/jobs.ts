/** Names of the jobs, so that commands can ask for them and `jobs.ts` can do them. */
export const JOBS = {
  mailTest: { name: 'setup.mail_test' },
  practice: { name: 'setup.practice_anew' },
} as const;
