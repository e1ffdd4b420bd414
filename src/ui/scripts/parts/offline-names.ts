/** What the page and the worker that opens it without a net must call alike. `worker`: where the build puts it. */
export const OFFLINE = { worker: '/assets/offline.js', cache: 'grobund-saml-ind' } as const;
