/** What is done out of sight. */
export const JOBS = {
  read: { name: 'workshops.read' },
  tidy: { name: 'workshops.tidy' },
} as const;
