/** What the clock does for events. */
export const JOBS = { morning: 'events.morning' } as const;
