import type { Html } from '#jsx/jsx-runtime';
import { LANGUAGES, type Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Checkbox, Radios } from '../../../ui/forms/choices.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { type ColourReading, readingOf } from '../../../ui/theme.ts';
import type { Organisation } from '../../housing/public.ts';
import { setupForms } from '../text/forms.ts';
import { logoPlace, stepHref } from '../urls.ts';
import { StepFrame, type StepPage } from './frame.tsx';

export function HousePage(
  props: StepPage & {
    readonly house: Omit<Organisation, 'id' | 'own'> & { readonly language: Language };
    /** Where the house is reached: a host name, or the first part of a path. */
    readonly place: string;
  },
): Html {
  const { language, problems, house } = props;
  const words = setupForms(language);
  const common = { language, problems };
  return (
    <StepFrame {...props}>
      <Form action={stepHref('house')}>
        <TextField {...common} name="name" label={words.house.name} value={house.name} autocomplete="organization" />
        <TextField
          {...common}
          name="cvr"
          label={words.house.cvr}
          hint={words.house.cvrHint}
          value={house.cvr ?? ''}
          inputmode="numeric"
          size={12}
        />
        <Reached language={language} problems={problems} house={house} />
        <Radios
          {...common}
          name="language"
          label={words.house.language}
          options={LANGUAGES.map((value) => ({ value, label: words.house.languages[value] }))}
          value={house.language}
        />
        <DescriptionList rows={[{ term: words.house.place, content: `${props.place} (${words.house.placeHint})` }]} />
        <Button>{words.save}</Button>
      </Form>
    </StepFrame>
  );
}

/** Where the house is, and how it is reached. */
function Reached({
  house,
  ...common
}: Pick<StepPage, 'language' | 'problems'> & { readonly house: Omit<Organisation, 'id' | 'own'> }): Html {
  const words = setupForms(common.language);
  return (
    <>
      <TextField
        {...common}
        name="streetLine"
        label={words.house.street}
        value={house.streetLine}
        autocomplete="street-address"
      />
      <TextField
        {...common}
        name="postcode"
        label={words.house.postcode}
        value={house.postcode}
        inputmode="numeric"
        autocomplete="postal-code"
        size={6}
      />
      <TextField {...common} name="city" label={words.house.city} value={house.city} autocomplete="address-level2" />
      <TextField
        {...common}
        name="phone"
        label={words.house.phone}
        value={house.phone}
        type="tel"
        autocomplete="tel"
        optional
      />
      <TextField
        {...common}
        name="email"
        label={words.house.email}
        value={house.email}
        type="email"
        autocomplete="email"
        optional
      />
    </>
  );
}

export function LookPage(
  props: StepPage & {
    readonly colour: string;
    /** The picture that the house wears; null for our drawn one. */
    readonly logo: string | null;
  },
): Html {
  const { language, problems, colour, logo } = props;
  const words = setupForms(language).look;
  return (
    <StepFrame {...props}>
      <Colour language={language} colour={colour} />
      {logo && (
        <>
          <Heading level={2}>{words.worn}</Heading>
          <p>
            <img class="setup-logo" src={logoPlace({ id: logo })} alt={words.worn} />
          </p>
        </>
      )}
      <Form action={stepHref('look')} files>
        <TextField
          language={language}
          problems={problems}
          name="colour"
          label={words.colour}
          hint={words.colourHint}
          value={colour}
          size={9}
        />
        <FileField
          language={language}
          problems={problems}
          name="logo"
          label={words.logo}
          hint={words.logoHint}
          accept=".png,.jpg,.jpeg,.svg,.webp,image/png,image/jpeg,image/svg+xml,image/webp"
          optional
        />
        {logo && <Checkbox language={language} problems={problems} name="without" label={words.without} />}
        <p class="actions">
          <Button>{setupForms(language).save}</Button>
          <Button look="secondary" name="try" value="ja">
            {words.tryIt}
          </Button>
        </p>
      </Form>
    </StepFrame>
  );
}

const READABLE = 4.5;

/** The colour as it is with white words, and as we use it: before and after, with the figures. */
function Colour(props: { readonly language: Language; readonly colour: string }): Html {
  const { language, colour } = props;
  const words = setupForms(language).look;
  const reading: ColourReading = readingOf(colour);
  const ratio = (value: number) =>
    new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 }).format(value);
  return (
    <div class="setup-colours">
      <div>
        <p>
          <strong>{words.before}</strong>
        </p>
        <Sample ground={colour} words="#ffffff" text={words.sample} />
        <p>
          {words.contrast(ratio(reading.white))} {reading.white >= READABLE ? words.enough : words.tooLittle}
        </p>
      </div>
      <div>
        <p>
          <strong>{words.after}</strong>
        </p>
        <Sample ground={reading.used.ground} words={reading.used.words} text={words.sample} />
        <p>{words.used(ratio(reading.used.ratio))}</p>
      </div>
    </div>
  );
}

/** Drawn, since the page may carry no styles of its own. */
function Sample(props: { readonly ground: string; readonly words: string; readonly text: string }): Html {
  return (
    <svg class="setup-sample" viewBox="0 0 220 60" width="220" height="60" aria-hidden="true" focusable="false">
      <rect width="220" height="60" rx="12" fill={props.ground} />
      <text x="110" y="37" text-anchor="middle" font-size="20" font-weight="700" fill={props.words}>
        {props.text}
      </text>
    </svg>
  );
}
