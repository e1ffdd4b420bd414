import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Notice } from '../../../../ui/components/notice.tsx';
import type { CameBy } from '../rules/sheets.ts';
import { photosText } from '../text/photos.ts';

/** One of those that show a sheet. */
export interface SheetPicture {
  readonly id: string;
  /** This page with that picture. */
  readonly href: string;
  readonly cameBy: CameBy;
  readonly came: string;
  readonly shown: boolean;
}

/** The one that is gone through first, then the others. */
export function seenFirst(pictures: readonly SheetPicture[]): readonly string[] {
  return pictures.toSorted((one, other) => Number(other.shown) - Number(one.shown)).map(({ id }) => id);
}

/** Several pictures speak for one sheet: which there are, by whom, and which is gone through here. */
export function Pictures(props: {
  readonly language: Language;
  readonly pictures: readonly SheetPicture[];
  readonly contested: ReadonlyMap<string, unknown>;
}): Html | null {
  const { language, pictures, contested } = props;
  if (pictures.length < 2) return null;
  const words = photosText(language);
  return (
    <Notice kind={contested.size > 0 ? 'warning' : 'info'} heading={words.several(pictures.length)}>
      <p>{contested.size > 0 ? words.differ(contested.size) : words.alike}</p>
      <ul>
        {pictures.map(({ href, cameBy, came, shown }) => {
          const said = `${came}. ${words.cameBy[cameBy]}.`;
          return (
            <li>{shown ? <strong aria-current="true">{words.shownHere(said)}</strong> : <a href={href}>{said}</a>}</li>
          );
        })}
      </ul>
    </Notice>
  );
}
