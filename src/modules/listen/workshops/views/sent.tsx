import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { isUnread, type Photo, sentTogether } from '../rules/sheets.ts';
import { linkText } from '../text/link.ts';
import { cameraWords } from './link.tsx';
import { PICTURE_TYPES, Reason } from './photos.tsx';

/** A picture that was sent, and what came of it. */
export interface SentPhoto extends Photo {
  /** What its file was called on the telephone; null: it is gone. */
  readonly name: string | null;
  readonly theme: string | null;
  readonly seen: { readonly sure: number; readonly all: number };
}

export interface SentProps {
  readonly language: Language;
  readonly workshopId: string;
  readonly photos: readonly SentPhoto[];
  /** This page, where more pictures go, and where they came from. */
  readonly here: Path;
  readonly action: Path;
  readonly backTo: Path;
  /** The picture whose form came back. */
  readonly wrong?: string | undefined;
  readonly problems?: FormProblems | undefined;
}

/** What came of each picture that was sent at once: it is being read, it is read, or it must be taken again. */
export function SentPage(props: SentProps): Html {
  const { language, photos, here, backTo } = props;
  const words = linkText(language);
  const waiting = photos.some(({ gone, outcome }) => !gone && outcome === null);
  const again = photos.filter((photo) => !photo.gone && isUnread(photo)).length;
  const at = photos.findIndex(({ id }) => id === props.wrong) + 1;
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} ids={{ photos: fieldId(at) }} />
      <div class="stack" data-live={`workshop:${props.workshopId}`} id="billederne">
        {photos.length > 1 && <p class="lead">{words.sentSum(again, waiting)}</p>}
        {waiting && (
          <p>
            {words.waitingMore} <a href={here}>{words.refresh}</a>
          </p>
        )}
      </div>
      {photos.map((photo, at) => (
        <section class="stack" data-live={`workshop:${props.workshopId}`} id={`billede-${at + 1}-nu`}>
          {photos.length > 1 && (
            <Heading level={2}>
              {words.nth(at + 1, photos.length)}
              {photo.name && (
                <>
                  {': '}
                  <Words>{photo.name}</Words>
                </>
              )}
            </Heading>
          )}
          <Outcome {...props} photo={photo} nth={at + 1} />
        </section>
      ))}
      <p>
        <LinkButton href={backTo} look="secondary">
          {words.more}
        </LinkButton>
      </p>
    </>
  );
}

function Outcome(props: SentProps & { readonly photo: SentPhoto; readonly nth: number }): Html {
  const { language, photo } = props;
  const { gone, outcome, theme, seen } = photo;
  const words = linkText(language);
  if (gone) return <p>{outcome === 'read' ? words.goneNow : words.removedNow}</p>;
  if (outcome === null) return <p class={props.photos.length > 1 ? undefined : 'lead'}>{words.waiting}</p>;
  if (outcome === 'read')
    return (
      <Notice kind="success">
        {theme && <p>{words.readAs(theme)}</p>}
        {seen.all > 0 && <p>{words.seen(seen.sure, seen.all)}</p>}
        <p>{seen.sure < seen.all ? words.seenRest : words.readAllWell}</p>
      </Notice>
    );
  return (
    <>
      <Notice kind="warning">
        <Reason language={language} photo={photo} />
      </Notice>
      <Again {...props} />
    </>
  );
}

const fieldId = (nth: number): string => `billede-${nth}`;

/** In the place of one picture, another of the same sheet. */
function Again(props: SentProps & { readonly photo: SentPhoto; readonly nth: number }): Html {
  const { language, action, photos, photo, nth, wrong, problems } = props;
  const words = linkText(language);
  const label = photos.length > 1 ? words.takeAgainNth(nth) : words.takeAgain;
  return (
    <Form action={action} files data={cameraWords(language)} label={label}>
      <FileField
        language={language}
        name="photos"
        id={fieldId(nth)}
        problems={photo.id === wrong ? problems : undefined}
        label={label}
        hint={words.againHint}
        accept={PICTURE_TYPES}
      />
      <div data-sheet-says aria-live="polite" />
      <input type="hidden" name="table" value={photo.tableId ?? ''} />
      <input type="hidden" name="together" value={sentTogether(photos.map(({ id }) => id))} />
      <input type="hidden" name="again" value={photo.id} />
      <p>
        <Button look="secondary">{words.sendAgain}</Button>
      </p>
    </Form>
  );
}
