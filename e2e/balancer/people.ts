import { setTimeout as sleep } from 'node:timers/promises';
import { visitorAt } from './visitor.ts';

/** What somebody wrote, and whether they were told that it is there. */
export interface Written {
  readonly said: string;
  /** The answer's status; the error when there was none. */
  readonly answer: number | string;
}

/** People who read and write without pause, until told. Answers all they wrote and what went wrong for those who read. */
export function keepBusy(port: number, house: string, name: string) {
  const written: Written[] = [];
  const failed: string[] = [];
  let going = true;
  const writer = async (who: number) => {
    for (let count = 0; going; count += 1) {
      const said = `${name}: ${who}, idé ${count}`;
      const answer = await visitorAt(port, house)
        .fetch('/ideer/ny', {
          method: 'POST',
          body: new URLSearchParams({ said }),
          headers: { 'sec-fetch-site': 'same-origin' },
        })
        .then(({ status }) => status, String);
      written.push({ said, answer });
      await sleep(5);
    }
  };
  const reader = async (path: string) => {
    while (going) {
      const answer = await visitorAt(port, house)
        .fetch(path)
        .then(({ status }) => status, String);
      if (answer !== 200) failed.push(`${path}: ${answer}`);
      await sleep(5);
    }
  };
  const all = Promise.all([writer(1), writer(2), reader('/'), reader('/initiativer')]);
  return async () => {
    going = false;
    await all;
    return { written, failed };
  };
}
