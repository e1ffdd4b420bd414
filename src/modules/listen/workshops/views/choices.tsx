import type { Html } from '#jsx/jsx-runtime';
import { formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Checkboxes } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { type Choice, LONGEST_CHOICE, type SignUp } from '../rules/after.ts';
import type { Cell } from '../rules/result.ts';
import { onwardText } from '../text/onward.ts';
import { wallText } from '../text/wall.ts';
import { choiceInitiativePlace, choiceNamesPlace, choicesPlace, removeChoicePlace, wallPlace } from '../urls.ts';

/** What hangs on the wall to join in, and who has put their name down. For staff. */
export function ChoicesPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly code: string;
  readonly choices: readonly (Choice & { readonly href: string | null })[];
  readonly names: readonly SignUp[];
  /** Options that are not up. */
  readonly options: readonly Cell[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, choices, names, options, problems } = props;
  const words = onwardText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.choicesLead}</p>
      <p>
        <LinkButton href={wallPlace({ code: props.code })} look="secondary">
          {wallText(language).open}
        </LinkButton>
      </p>
      <div class="stack" data-live={`workshop:${id}`} id="valgt">
        {choices.length === 0 && <p>{words.noChoices}</p>}
        {choices.map((choice) => (
          <OneChoice
            language={language}
            id={id}
            choice={choice}
            names={names.filter(({ choiceId }) => choiceId === choice.id)}
          />
        ))}
      </div>
      <section class="stack">
        <Heading level={2}>{words.putUp}</Heading>
        <Form action={choicesPlace({ id })}>
          <ErrorSummary language={language} problems={problems} />
          {options.length > 0 && (
            <Checkboxes
              {...common}
              name="boxes"
              label={words.putUpGaps}
              options={options.map(({ field, text, could, does }) => ({
                value: field,
                label: text,
                hint: words.boxNote(could, does),
              }))}
              optional
            />
          )}
          <TextField {...common} name="own" label={words.putUpOwn} maxlength={LONGEST_CHOICE} optional />
          <p>
            <Button>{words.putUpButton}</Button>
          </p>
        </Form>
      </section>
    </>
  );
}

function OneChoice(props: {
  readonly language: Language;
  readonly id: string;
  readonly choice: Choice & { readonly href: string | null };
  readonly names: readonly SignUp[];
}): Html {
  const { language, id, choice, names } = props;
  const words = onwardText(language);
  return (
    <section class="stack">
      <Heading level={2}>
        <Words>{choice.title}</Words>
      </Heading>
      {choice.href && (
        <p>
          <a href={choice.href} aria-label={words.seeInitiative(choice.title)}>
            {words.isInitiative}
          </a>
        </p>
      )}
      {names.length === 0 ? <p>{words.noNames}</p> : <Names {...props} />}
      {!choice.href && (
        <Form
          action={choiceInitiativePlace({ id, choice: choice.id })}
          class="actions"
          label={words.makeOneNamed(choice.title)}
        >
          <Button look="secondary" label={words.makeOneNamed(choice.title)}>
            {words.makeOne}
          </Button>
          {names.some(({ shared }) => shared) && <span class="quiet">{words.namesComeAlong}</span>}
        </Form>
      )}
      <Form
        action={removeChoicePlace({ id, choice: choice.id })}
        class="actions"
        label={words.takeDownNamed(choice.title)}
      >
        <Button look="tertiary" label={words.takeDownNamed(choice.title)}>
          {words.takeDown}
        </Button>
        {names.length > 0 && <span class="quiet">{choice.href ? words.takeDownHere : words.takeDownWhy}</span>}
      </Form>
    </section>
  );
}

/** In the order they came, so that many who came at once stand together and can be taken off together. */
function Names(props: {
  readonly language: Language;
  readonly id: string;
  readonly choice: Choice;
  readonly names: readonly SignUp[];
}): Html {
  const { language, id, choice, names } = props;
  const words = onwardText(language);
  return (
    <Form action={choiceNamesPlace({ id, choice: choice.id })} label={words.namesOf(choice.title)}>
      <ul class="plain-list">
        {names.map(({ id: name, personName, email, phone, shared }) => (
          <li class="choice">
            <input class="ds-input" type="checkbox" id={`navn-${name}`} name="navne[]" value={name} />
            <label for={`navn-${name}`}>
              <Words>{personName}</Words>, <Words>{email ?? (phone ? formatPhone(phone) : '')}</Words>
              {!shared && <span class="quiet"> ({words.onlyYou})</span>}
            </label>
          </li>
        ))}
      </ul>
      <p class="actions">
        <Button look="tertiary" label={words.namesOffNamed(choice.title)}>
          {words.namesOff}
        </Button>
        {names.length > 2 && (
          <Button look="tertiary" name="imellem" value="ja" label={words.namesBetweenNamed(choice.title)}>
            {words.namesBetween}
          </Button>
        )}
      </p>
    </Form>
  );
}
