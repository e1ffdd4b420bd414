/** What pages and the worker that opens them without a net must call alike. `worker`: where the build puts it. */
export const OFFLINE = {
  worker: '/assets/offline.js',
  cache: 'grobund-saml-ind',
  rounds: 'grobund-doerrunde',
} as const;
