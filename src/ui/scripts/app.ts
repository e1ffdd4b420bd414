/// <reference lib="dom" />
import { askWhileTyping } from './parts/asking.ts';
import { countCharacters } from './parts/counter.ts';
import { followLiveRegions } from './parts/live.ts';
import { closeMenus } from './parts/menus.ts';
import { offerPasskeys } from './parts/passkeys.ts';
import { offerPrint } from './parts/print.ts';
import { judgeReading } from './parts/reading.ts';
import { sendOnce } from './parts/send-once.ts';
import { lookAtPictures } from './parts/sheet-camera.ts';
import { answerByKeys } from './parts/sheet-keys.ts';
import { tellMissing } from './parts/sheet-missing.ts';
import { warnUnsaved } from './parts/unsaved.ts';

// Everything works without this file. It only makes a working page kinder. Parts that listen on the document live on
// when a region is swapped; parts that prepare elements are asked again.
sendOnce();
warnUnsaved();
closeMenus();
offerPrint();
gatherSheets();
countAtDoors();
prepare(document);
followLiveRegions(prepare);

function prepare(within: ParentNode): void {
  askWhileTyping(within);
  countCharacters(within);
  judgeReading(within);
  offerPasskeys(within);
  answerByKeys(within);
  lookAtPictures(within);
  tellMissing(within);
}

/** Only the page where sheets are gathered (`data-sheet-queue` names its form) needs what keeps pictures without a net. */
function gatherSheets(): void {
  const says = document.querySelector<HTMLElement>('[data-sheet-queue]');
  const form = says && document.getElementById(says.dataset.sheetQueue ?? '');
  if (!says || !(form instanceof HTMLFormElement)) return;
  void import('./parts/sheet-queue.ts').then(({ keepUntilSent }) => keepUntilSent(form, says)).catch(() => undefined);
}

/** Only the page of a round from door to door keeps numbers on the telephone. */
function countAtDoors(): void {
  const form = document.querySelector<HTMLFormElement>('form[data-counts-kept]');
  if (form) void import('./parts/counts-kept.ts').then(({ keepCounts }) => keepCounts(form)).catch(() => undefined);
}
