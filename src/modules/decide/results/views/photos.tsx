import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { MOST_PHOTOS, ON_PHOTO, type Photo } from '../rules/feedback.ts';
import { feedbackText } from '../text/feedback.ts';
import { photoPlace } from '../urls.ts';

/** The pictures of a case, each with what one may do with it. */
export function PhotoList(props: {
  readonly language: Language;
  readonly photos: readonly Photo[];
  /** Where it is taken back; null for those who only look. */
  readonly remove: ((photoId: string) => string) | null;
  /** The list stands in a form already, whose fields the button sends along. */
  readonly inForm?: boolean;
  /** What staff may do besides. */
  readonly more?: (photo: Photo) => Html | null;
}): Html | null {
  const { language, photos, remove } = props;
  const words = feedbackText(language);
  if (photos.length === 0) return null;
  return (
    <ul class="photos">
      {photos.map((photo) => (
        <li>
          <figure class="photo">
            <Picture id={photo.id} alt={photo.alt} />
            <figcaption>
              <span lang="da">{photo.alt}</span>
              <span class="quiet">
                {photo.shown ? words.forAll : photo.mayBePublic ? words.waitsForUs : words.onlyInside}
              </span>
            </figcaption>
          </figure>
          {props.more?.(photo)}
          {remove && (
            <Remove place={remove(photo.id)} inForm={props.inForm ?? false}>
              <Button
                look="tertiary"
                {...(props.inForm ? { formaction: remove(photo.id) } : {})}
                label={words.removePhotoLabel(photo.alt)}
              >
                {words.removePhoto}
              </Button>
            </Remove>
          )}
        </li>
      ))}
    </ul>
  );
}

function Remove(props: { readonly place: string; readonly inForm: boolean; readonly children: Html }): Html {
  if (props.inForm) return <p>{props.children}</p>;
  return (
    <Form action={props.place} class="inline-form">
      {props.children}
    </Form>
  );
}

/** A small picture; the large one is a click away. */
export function Picture(props: { readonly id: string; readonly alt: string }): Html {
  const { id, alt } = props;
  return (
    <a href={photoPlace({ id })}>
      <img
        src={photoPlace({ id }, { lille: '1' })}
        alt={alt}
        width={480}
        height={360}
        loading="lazy"
        decoding="async"
      />
    </a>
  );
}

/** One more picture, with what was agreed to: fields of the form that the answers are typed in, so that none drops the other. */
export function AddPhoto(props: {
  readonly language: Language;
  readonly action: string;
  readonly count: number;
  readonly problems?: FormProblems | undefined;
}): Html | null {
  const { language, problems } = props;
  const words = feedbackText(language);
  if (props.count >= MOST_PHOTOS) return <p>{words.photoRefusals.too_many}</p>;
  const common = { language, problems };
  return (
    <>
      <p>{words.photosIntro(MOST_PHOTOS)}</p>
      <FileField
        {...common}
        name="photo"
        label={words.photo}
        hint={words.photoHint}
        accept="image/jpeg,image/png,image/webp"
      />
      <TextField {...common} name="alt" label={words.alt} hint={words.altHint} />
      <Radios
        {...common}
        name="people"
        label={words.people}
        options={ON_PHOTO.map((who) => ({ value: who, label: words.onPhoto[who] }))}
      />
      <Checkbox {...common} name="agreed" label={words.consent} />
      <Checkbox {...common} name="public" label={words.publicToo} />
      <p>
        <Button look="secondary" formaction={props.action}>
          {words.addPhoto}
        </Button>
      </p>
    </>
  );
}
