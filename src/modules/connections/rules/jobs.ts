/** The jobs of this module. The database puts `send` in by itself (migration 0028). */
export const JOBS = {
  send: { name: 'connections.send' },
  sendOne: { name: 'connections.send_one' },
} as const;
