/** What is done out of sight. */
export const JOBS = {
  read: { name: 'workshops.read' },
  tidy: { name: 'workshops.tidy' },
  /** A minute after the last sheet. */
  closing: { name: 'workshops.closing' },
  /** Those who took part hear that the result is ready. */
  released: { name: 'workshops.released' },
  morning: { name: 'workshops.morning' },
} as const;
