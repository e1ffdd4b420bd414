/** What is done out of sight. */
export const JOBS = { morning: { name: 'tasks.morning' } } as const;

/** What can wait for somebody, as `turns.ts` knows it. */
export const MINE_TURN = 'task.mine';
export const UNCLAIMED_TURN = 'task.unclaimed';
export const AFTER_TURN = 'task.after';

/** Names and addresses of those without an account are kept so long after their last task. */
export const GUEST_DAYS = 30;
