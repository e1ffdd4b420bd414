import type { Html } from '#jsx/jsx-runtime';
import { reasonText } from '../../../../engines/sheet/reading.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type Option, Select } from '../../../../ui/forms/select.tsx';
import { isStray, ON_BEHALF, type Photo, type PhotoOutcome } from '../rules/sheets.ts';
import { formWords } from '../text/forms.ts';
import { photosText } from '../text/photos.ts';
import { ALL_SHOWN, checkPlace, namePhotoPlace, photoFilePlace, photosPlace, removePhotoPlace } from '../urls.ts';

export const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif';

/** A picture with what it shows. */
export interface ShownPhoto extends Photo {
  /** "Bord 4, De fysiske rammer"; null when nobody knows. */
  readonly shows: string | null;
  readonly came: string;
}

export interface PhotosProps {
  readonly language: Language;
  readonly id: string;
  readonly photos: readonly ShownPhoto[];
  /** Sheets a picture could be of, for who can see it. */
  readonly sheets: readonly Option[];
  readonly tables: readonly Option[];
  readonly page: number;
  readonly more: boolean;
  /** The picture of which nobody said which sheet it is, though the form was sent. */
  readonly unnamed: string | null;
  readonly problems?: FormProblems | undefined;
}

const STATES: Readonly<Record<PhotoOutcome | 'waiting', 'waiting' | 'good' | 'stopped'>> = {
  waiting: 'waiting',
  read: 'good',
  retake: 'stopped',
  reject: 'stopped',
  error: 'stopped',
};

export function PhotosPage(props: PhotosProps): Html {
  const { language, id, photos } = props;
  const words = photosText(language);
  return (
    <>
      <ErrorSummary
        language={language}
        problems={props.problems}
        ids={props.unnamed ? { sheet: sheetId(props.unnamed) } : {}}
      />
      <p class="lead">{words.lead}</p>
      <div data-live={`workshop:${id}`} id="billederne">
        <Table
          language={language}
          caption={words.title}
          captionHidden
          rows={photos}
          empty={<p>{words.none}</p>}
          columns={[
            { heading: words.photo, names: true, cell: (photo) => <Named {...props} photo={photo} /> },
            { heading: words.came, cell: ({ came, cameBy }) => `${came}. ${words.cameBy[cameBy]}.` },
            { heading: words.state, cell: (photo) => <State language={language} photo={photo} /> },
            { heading: words.doings, cell: (photo) => <Doings {...props} photo={photo} /> },
          ]}
        />
      </div>
      <Strays language={language} id={id} photos={photos.filter(isStray)} />
      <NewerOlder
        language={language}
        page={props.page}
        more={props.more}
        href={(side) => photosPlace({ id }, { side })}
      />
      <OnBehalf {...props} />
    </>
  );
}

/** A few are deleted one by one. */
const MANY = 3;

function Strays({ language, id, photos }: Pick<PhotosProps, 'language' | 'id' | 'photos'>): Html | null {
  if (photos.length < MANY) return null;
  return (
    <Form action={removePhotoPlace({ id, photo: ALL_SHOWN })}>
      {photos.map((photo) => (
        <input type="hidden" name="billeder[]" value={photo.id} />
      ))}
      <p>
        <Button look="tertiary">{photosText(language).removeStrays(photos.length)}</Button>
      </p>
    </Form>
  );
}

function Named({ language, id, photo }: PhotosProps & { readonly photo: ShownPhoto }): Html {
  const words = photosText(language);
  if (photo.sheetId)
    return (
      <a href={checkPlace({ id, sheet: photo.sheetId })}>
        <Words>{photo.shows ?? words.photo}</Words>
      </a>
    );
  return <Words>{photo.shows ?? words.photo}</Words>;
}

function State({ language, photo }: { readonly language: Language; readonly photo: ShownPhoto }): Html {
  const words = photosText(language);
  const outcome = photo.outcome ?? 'waiting';
  return (
    <>
      <StatusTag state={STATES[outcome]}>{words.outcomes[outcome]}</StatusTag>
      {photo.gone ? <p class="quiet">{words.gone}</p> : <Reason language={language} photo={photo} />}
    </>
  );
}

/** Why a picture could not be read, and what to do. */
export function Reason(props: {
  readonly language: Language;
  readonly photo: Pick<Photo, 'outcome' | 'reason'>;
}): Html | null {
  const { outcome, reason } = props.photo;
  if (outcome === null || outcome === 'read') return null;
  const words = photosText(props.language);
  const known: Readonly<Record<string, string>> = { ...reasonText(props.language), 'too-slow': words.tooSlow };
  return <p>{known[reason] ?? words.reasonUnknown[outcome]}</p>;
}

const sheetId = (photo: string): string => `ark-${photo}`;

function Doings({
  language,
  id,
  photo,
  sheets,
  unnamed,
  problems,
}: PhotosProps & { readonly photo: ShownPhoto }): Html | null {
  const words = photosText(language);
  if (photo.gone) return null;
  const called = photo.came;
  const at = { id, photo: photo.id };
  return (
    <div class="actions">
      <a href={photoFilePlace(at)} aria-label={words.seeNamed(called)}>
        {words.see}
      </a>
      {photo.outcome !== null && photo.outcome !== 'read' && sheets.length > 0 && (
        <Form action={namePhotoPlace(at)} class="form-inline">
          <Select
            language={language}
            problems={unnamed === photo.id ? problems : undefined}
            name="sheet"
            id={sheetId(photo.id)}
            label={words.nameNamed(called)}
            options={sheets}
            value={photo.sheetId ?? undefined}
            optional
          />
          <Button look="secondary" label={words.nameItNamed(called)}>
            {words.nameIt}
          </Button>
        </Form>
      )}
      <Form action={removePhotoPlace(at)} class="form-inline">
        <Button look="tertiary" label={words.removeNamed(called)}>
          {words.remove}
        </Button>
      </Form>
    </div>
  );
}

/** The secretariat's way: what came by SMS or e-mail, or a sheet on the desk. */
function OnBehalf({ language, id, tables, unnamed, problems }: PhotosProps): Html {
  const words = formWords(language);
  const common = { language, problems: unnamed ? undefined : problems };
  return (
    <section class="stack" aria-labelledby="for-nogen">
      <Heading level={2} id="for-nogen">
        {photosText(language).onBehalf}
      </Heading>
      <Form action={photosPlace({ id })} files>
        <Radios
          {...common}
          name="cameBy"
          label={words.cameBy}
          options={ON_BEHALF.map((way) => ({ value: way, label: words.cameBys[way] }))}
        />
        <FileField
          {...common}
          name="photos"
          label={words.photo}
          hint={words.photoHint}
          accept={PICTURE_TYPES}
          multiple
        />
        <Select {...common} name="table" label={words.whose} empty={words.whoseUnknown} options={tables} optional />
        <p>
          <Button>{words.sendOnBehalf}</Button>
        </p>
      </Form>
    </section>
  );
}
