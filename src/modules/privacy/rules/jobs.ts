/** What is done out of sight. */
export const JOBS = {
  export: { name: 'privacy.export' },
  erase: { name: 'privacy.erase' },
  retention: { name: 'privacy.retention' },
} as const;
