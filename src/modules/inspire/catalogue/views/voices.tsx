import type { Html } from '#jsx/jsx-runtime';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Checkbox } from '../../../../ui/forms/choices.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { MOST_ALT, MOST_PHOTOS, MOST_REMARK, type Photo, type Remark } from '../rules/voices.ts';
import { voicesText } from '../text/voices.ts';
import { photoPlace, photosPlace, remarkPlace, removePhotoPlace, removeRemarkPlace } from '../urls.ts';

export interface RemarksProps {
  readonly language: Language;
  readonly cardId: string;
  readonly remarks: readonly Remark[];
  readonly departments: ReadonlyMap<string, string>;
  readonly mayRemark: boolean;
  /** Does the reader speak for the department; null: for all of them? */
  readonly mayRemarkIn: (departmentId: Id<'department'> | null) => boolean;
  readonly problems?: FormProblems | undefined;
}

/** What the caretakers say to the card; they themselves write it here. */
export function Remarks(props: RemarksProps): Html | null {
  const { language, remarks, mayRemark, mayRemarkIn, problems } = props;
  const words = voicesText(language);
  if (remarks.length === 0 && !mayRemark) return null;
  const mine = problems?.messages.some(({ field }) => field === 'remark' || field === 'where') ? problems : undefined;
  return (
    <section id="driften">
      <Heading level={2}>{words.remarks}</Heading>
      {remarks.length > 0 && (
        <ul class="remarks">
          {remarks.map((one) => (
            <li>
              <span lang="da">{remarkSentence(one, props.departments, language)}</span>
              {mayRemark && mayRemarkIn(one.departmentId) && (
                <Form action={removeRemarkPlace({ id: props.cardId, remark: one.id })} class="form-inline">
                  <Button look="tertiary" label={words.removeRemarkNamed(one.words)}>
                    {words.removeRemark}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayRemark && (
        <Disclosure summary={words.remarkTitle} open={mine !== undefined || remarks.length === 0}>
          <Form action={remarkPlace({ id: props.cardId })}>
            <TextField
              language={language}
              problems={mine}
              name="remark"
              label={words.remarkWords}
              hint={words.remarkHint}
              maxlength={MOST_REMARK}
            />
            <Select
              language={language}
              problems={mine}
              name="where"
              label={words.remarkWhere}
              empty={mayRemarkIn(null) ? words.everywhere : words.remarkElsewhere}
              optional
              options={[...props.departments].flatMap(([value, label]) =>
                mayRemarkIn(value as Id<'department'>) ? [{ value, label }] : [],
              )}
            />
            <Button look="secondary">{words.remarkSend}</Button>
          </Form>
        </Disclosure>
      )}
    </section>
  );
}

/** With the department that it holds in, where it is one. */
function remarkSentence(
  { departmentId, words }: Remark,
  departments: ReadonlyMap<string, string>,
  language: Language,
): string {
  const department = departmentId && departments.get(departmentId);
  return department ? voicesText(language).remarkOf(department, words) : words;
}

export interface PhotosProps {
  readonly language: Language;
  readonly cardId: string;
  readonly photos: readonly Photo[];
  readonly mayEdit: boolean;
  readonly problems?: FormProblems | undefined;
}

/** How it was where it was done. */
export function Photos(props: PhotosProps): Html | null {
  const { language, photos, mayEdit } = props;
  const words = voicesText(language);
  if (photos.length === 0 && !mayEdit) return null;
  return (
    <section id="billeder">
      {photos.length > 0 && <Heading level={2}>{words.photos}</Heading>}
      {photos.length > 0 && (
        <ul class="photos">
          {photos.map((photo) => (
            <li>
              <figure class="photo">
                <a href={photoPlace({ photo: photo.id })}>
                  <img
                    src={photoPlace({ photo: photo.id })}
                    alt={photo.alt}
                    lang="da"
                    width={480}
                    height={360}
                    loading="lazy"
                    decoding="async"
                  />
                </a>
                {photo.credit && (
                  <figcaption>
                    <span class="quiet">{words.photoBy(photo.credit)}</span>
                  </figcaption>
                )}
              </figure>
              {mayEdit && (
                <Form action={removePhotoPlace({ photo: photo.id })} class="form-inline">
                  <Button look="tertiary" label={words.removePhotoNamed(photo.alt)}>
                    {words.removePhoto}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && <AddPhoto {...props} />}
    </section>
  );
}

const PHOTO_FIELDS = ['photo', 'alt', 'credit', 'agreed'];

function AddPhoto({ language, cardId, photos, problems }: PhotosProps): Html {
  const words = voicesText(language);
  if (photos.length >= MOST_PHOTOS) return <p class="quiet">{words.files.full}</p>;
  const mine = problems?.messages.some(({ field }) => PHOTO_FIELDS.includes(field)) ? problems : undefined;
  const common = { language, problems: mine };
  return (
    <Disclosure summary={words.photoTitle} open={mine !== undefined}>
      <Form action={photosPlace({ id: cardId })} files>
        <FileField
          {...common}
          name="photo"
          label={words.photo}
          hint={words.photoHint}
          accept="image/jpeg,image/png,image/webp"
        />
        <TextField {...common} name="alt" label={words.alt} hint={words.altHint} maxlength={MOST_ALT} />
        <TextField {...common} name="credit" label={words.credit} optional maxlength={120} />
        <Checkbox {...common} name="agreed" label={words.agreed} />
        <Button look="secondary">{words.addPhoto}</Button>
      </Form>
    </Disclosure>
  );
}
