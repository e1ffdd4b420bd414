/// <reference lib="dom" />
import { countCharacters } from './counter.ts';
import { followLiveRegions } from './live.ts';
import { closeMenus } from './menus.ts';
import { offerPrint } from './print.ts';
import { judgeReading } from './reading.ts';
import { sendOnce } from './send-once.ts';
import { warnUnsaved } from './unsaved.ts';

// Everything works without this file. It only makes a working page kinder. Parts that listen on the document live on
// when a region is swapped; parts that prepare elements are asked again.
sendOnce();
warnUnsaved();
closeMenus();
offerPrint();
prepare(document);
followLiveRegions(prepare);

function prepare(within: ParentNode): void {
  countCharacters(within);
  judgeReading(within);
}
