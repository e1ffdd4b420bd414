/** Where a page's live regions hear that they have news: `/live?topic=turns&topic=initiative:0198…`. */
export const LIVE_PATH = '/live';
