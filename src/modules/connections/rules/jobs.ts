/** The jobs of this module. The database puts `send` in by itself (migrations 0028 and 0032). */
export const JOBS = {
  send: { name: 'connections.send', queue: 'calls' },
  sendOne: { name: 'connections.send_one', queue: 'calls' },
} as const;
