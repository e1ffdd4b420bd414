import type { Html } from '#jsx/jsx-runtime';
import type { Rect } from '../../../../engines/sheet/layout.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type Option, Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { ANSWERS, type Answer, LONGEST_WORDS, type Said, type Suggestion } from '../rules/checking.ts';
import { sentTogether } from '../rules/sheets.ts';
import { boxName, type Field, illegibleName, wordsName } from '../rules/template.ts';
import { formWords } from '../text/forms.ts';
import { photosText } from '../text/photos.ts';
import { checkingPlace, checkPlace } from '../urls.ts';
import { Pictures, type SheetPicture, seenFirst } from './sheet-pictures.tsx';

/** Where a field is on the sheet laid flat, in millimetres, and the picture it is cut from. */
export interface FlatSheet {
  readonly href: string;
  readonly page: { readonly w: number; readonly h: number };
  /** Boxes, and fields to write in. */
  readonly places: ReadonlyMap<string, Rect>;
  /** The lines beside boxes for one's own words. */
  readonly lines: ReadonlyMap<string, Rect>;
}

export interface SheetProps {
  readonly language: Language;
  readonly id: string;
  readonly sheetId: string;
  /** Boxes in the order to go through them, then fields with words. */
  readonly boxes: readonly Suggestion[];
  readonly wordFields: readonly Field[];
  readonly lang: string;
  /** What it says now, where it is settled or two disagree. */
  readonly known: readonly Said[];
  readonly disputed: readonly string[];
  /** Boxes that pictures, or a picture and what was confirmed, say differently, with all that is said. */
  readonly contested: ReadonlyMap<string, readonly Answer[]>;
  /** All pictures that show it, in the order in which they came. */
  readonly pictures: readonly SheetPicture[];
  readonly mode: 'first' | 'again' | 'settling' | 'correction';
  readonly changed: boolean;
  readonly flat: FlatSheet | null;
  /** The picture as it was sent, where there is none laid flat. */
  readonly picture: string | null;
  /** Null: it is known whose it is. */
  readonly tables: readonly Option[] | null;
  readonly seen: string;
  readonly problems?: FormProblems | undefined;
}

/** Photo and reading side by side, what the reader is unsure of first; three keys do, and none is needed. */
export function SheetPage(props: SheetProps): Html {
  const { language, id, sheetId, mode, problems, flat } = props;
  const words = photosText(language);
  if (mode === 'again')
    return (
      <>
        <Notice>
          <p>{words.again}</p>
        </Notice>
        <p>
          <LinkButton look="secondary" href={checkingPlace({ id })}>
            {words.next}
          </LinkButton>
        </p>
      </>
    );
  return (
    <>
      <Standing {...props} />
      <Pictures language={language} pictures={props.pictures} contested={props.contested} />
      {flat && <Source flat={flat} />}
      <div class="sheet-check">
        <Picture {...props} />
        <Form action={checkPlace({ id, sheet: sheetId })} warnUnsaved>
          <ErrorSummary language={language} problems={problems} />
          {props.tables && (
            <Select
              language={language}
              problems={problems}
              name="table"
              label={formWords(language).whose}
              options={props.tables}
            />
          )}
          <Boxes {...props} />
          <WordFields {...props} />
          <input type="hidden" name="seen" value={props.seen} />
          <input type="hidden" name="pictures" value={sentTogether(seenFirst(props.pictures))} />
          <p>
            <Button>
              {mode === 'settling' ? words.settle : mode === 'correction' ? words.correct : words.confirm}
            </Button>
          </p>
        </Form>
      </div>
    </>
  );
}

function Standing({ language, mode, changed, flat, picture }: SheetProps): Html {
  const words = photosText(language);
  return (
    <>
      {mode === 'settling' && (
        <Notice kind="warning">
          <p>{words.disputedNotice}</p>
        </Notice>
      )}
      {mode === 'correction' && (
        <Notice>
          <p>{words.correction}</p>
        </Notice>
      )}
      {changed && (
        <Notice kind="warning">
          <p>{words.changed}</p>
        </Notice>
      )}
      {!flat && !picture && mode !== 'correction' && <p>{words.noPicture}</p>}
    </>
  );
}

const SHEET_SYMBOL = 'hele-arket';

/** The picture once; every piece on the page is a look at it. */
function Source({ flat }: { readonly flat: FlatSheet }): Html {
  const { href, page } = flat;
  return (
    <svg class="sheet-source" aria-hidden="true" width="0" height="0">
      <symbol id={SHEET_SYMBOL} viewBox={`0 0 ${page.w} ${page.h}`}>
        <image href={href} width={page.w} height={page.h} preserveAspectRatio="none" />
      </symbol>
    </svg>
  );
}

function Picture({ language, flat, picture }: SheetProps): Html | null {
  const words = photosText(language);
  if (!flat && !picture) return null;
  return (
    <div class="sheet-picture">
      {flat ? (
        <Piece flat={flat} of={{ x: 0, y: 0, ...flat.page }} label={words.wholeAlt} />
      ) : (
        <img src={picture ?? ''} alt={words.photoAlt} />
      )}
    </div>
  );
}

/** A look at part of the sheet. */
function Piece(props: { readonly flat: FlatSheet; readonly of: Rect; readonly label: string }): Html {
  const { flat, of, label } = props;
  return (
    <svg class="sheet-piece" role="img" aria-label={label} viewBox={`${of.x} ${of.y} ${of.w} ${of.h}`}>
      <use href={`#${SHEET_SYMBOL}`} x="0" y="0" width={flat.page.w} height={flat.page.h} />
    </svg>
  );
}

/** So much around a box that a mark which goes over its edge is seen, and that it is seen which box it is. */
const AROUND_BOX = 8;

function around({ x, y, w, h }: Rect, by: number): Rect {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

function Boxes(props: SheetProps): Html {
  const { language, boxes, disputed } = props;
  const words = photosText(language);
  const first = boxes.filter(({ field, answer }) => disputed.includes(field.id) || answer === null);
  const rest = boxes.filter((box) => !first.includes(box));
  const fromPhoto = props.mode === 'first' && (props.flat !== null || props.picture !== null);
  const { firstHeading, restHeading } = headings(props.mode, fromPhoto, first.length, language);
  return (
    <div class="sheet-boxes" data-sheet-keys>
      <p class="field-help">
        {words.meaning}{' '}
        <span data-keys-say hidden>
          {words.keys}
        </span>
      </p>
      {(first.length > 0 || restHeading === firstHeading) && <Heading level={2}>{firstHeading}</Heading>}
      {first.map((box) => (
        <Box {...props} box={box} />
      ))}
      {rest.length > 0 && restHeading !== firstHeading && <Heading level={2}>{restHeading}</Heading>}
      {rest.map((box) => (
        <Box {...props} box={box} />
      ))}
    </div>
  );
}

/** Over what must be answered (`count`) and over the rest. */
function headings(mode: SheetProps['mode'], fromPhoto: boolean, count: number, language: Language) {
  const words = photosText(language);
  if (mode === 'settling') return { firstHeading: words.disputedHeading, restHeading: words.agreedHeading };
  if (!fromPhoto) return { firstHeading: words.boxesHeading, restHeading: words.boxesHeading };
  return {
    firstHeading: words.unsureHeading(count),
    restHeading: count > 0 ? words.sureHeading : words.allSureHeading,
  };
}

function Box(props: SheetProps & { readonly box: Suggestion }): Html {
  const { language, problems, box, flat, known, disputed, mode, lang } = props;
  const words = photosText(language);
  const { field, answer, confidence } = box;
  const said = known.find((one) => one.field === field.id)?.answer ?? answer;
  const called = field.kind === 'other' ? words.otherField : field.text;
  const rect = flat?.places.get(field.id);
  const differing = props.contested.get(field.id);
  const hint = disputed.includes(field.id)
    ? words.disputedHere
    : differing
      ? words.differHere(differing.map((one) => words.answers[one]))
      : mode !== 'first' || !rect
        ? undefined
        : answer === null
          ? words.unsure
          : words.sure(Math.min(99, Math.floor(confidence * 100)));
  return (
    <div class="sheet-field" data-sheet-field>
      {flat && rect && <Piece flat={flat} of={around(rect, AROUND_BOX)} label={words.crop(called)} />}
      <Radios
        language={language}
        problems={problems}
        name={boxName(field)}
        label={<Words lang={lang} text={called} />}
        hint={hint}
        value={disputed.includes(field.id) ? undefined : (said ?? undefined)}
        options={ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
      />
    </div>
  );
}

function Words(props: { readonly lang: string; readonly text: string }): Html {
  return <bdi lang={props.lang}>{props.text}</bdi>;
}

function WordFields(props: SheetProps): Html | null {
  const { language, problems, wordFields, flat, known, lang } = props;
  if (wordFields.length === 0) return null;
  const words = photosText(language);
  return (
    <div class="sheet-words">
      <Heading level={2}>{words.wordsHeading}</Heading>
      {wordFields.map((field) => {
        const called = field.text || (field.kind === 'other' ? words.otherField : words.noteField);
        const said = known.find((one) => one.field === field.id)?.words;
        const rect = (field.kind === 'other' ? flat?.lines : flat?.places)?.get(field.id);
        return (
          <div class="sheet-field" data-kind="words">
            {flat && rect && <Piece flat={flat} of={around(rect, 2)} label={words.crop(called)} />}
            <TextArea
              language={language}
              problems={problems}
              name={wordsName(field)}
              label={<Words lang={lang} text={called} />}
              hint={words.transcribeHint}
              value={said ?? ''}
              rows={2}
              maxlength={LONGEST_WORDS}
              optional
            />
            <Checkbox
              language={language}
              problems={problems}
              name={illegibleName(field)}
              label={words.illegible}
              checked={said === ''}
            />
          </div>
        );
      })}
    </div>
  );
}
