import type { Child, Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Steps } from '../../../../ui/components/steps.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { type FormProblems, typedValues } from '../../../../ui/forms/problems.ts';
import type { Onward, Seed } from '../rules/after.ts';
import { onwardText } from '../text/onward.ts';
import { choicesPlace, onwardPlace, pledgesPlace, quotesPlace, resultPlace } from '../urls.ts';
import { standing } from './plan.tsx';

/** On the workshop's page: what came of it, each with how far it is. */
export function AfterSteps(props: {
  readonly language: Language;
  readonly id: string;
  readonly voices: number;
  readonly onward: number;
  readonly quotes: { readonly yes: number; readonly waiting: number };
  readonly pledges: number;
  readonly choices: { readonly up: number; readonly names: number };
}): Html {
  const { language, id, voices, onward, quotes, pledges, choices } = props;
  const words = onwardText(language);
  return (
    <section class="stack" data-live={`workshop:${id}`} id="bagefter">
      <Heading level={2}>{words.after}</Heading>
      <Steps
        language={language}
        label={words.after}
        steps={standing(
          [
            {
              label: words.ways.result,
              href: resultPlace({ id }),
              note: words.resultNote(voices),
              done: voices > 0,
            },
            {
              label: words.ways.choices,
              href: choicesPlace({ id }),
              note: words.choicesNote(choices.up, choices.names),
              done: choices.up > 0,
            },
            {
              label: words.ways.onward,
              href: onwardPlace({ id }),
              note: words.onwardNote(onward),
              done: onward > 0,
            },
            {
              label: words.ways.quotes,
              href: quotesPlace({ id }),
              note: words.quotesNote(quotes.yes, quotes.waiting),
              done: quotes.yes > 0 && quotes.waiting === 0,
            },
            {
              label: words.ways.pledges,
              href: pledgesPlace({ id }),
              note: words.pledgesNote(pledges),
              done: pledges > 0,
            },
          ],
          voices > 0,
        )}
      />
    </section>
  );
}

/** Something that can go onward, and where it has gone. */
export interface Growable {
  readonly seed: Seed;
  /** Whose it is: a theme, or a table. */
  readonly about: string;
  readonly gone: (Onward & { readonly title: string; readonly href: string | null }) | null;
}

/** From the sheets to initiatives and ideas: tick several, or press beside one. */
export function OnwardPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly lang: string;
  readonly boxes: readonly Growable[];
  readonly notes: readonly Growable[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, id, lang, boxes, notes, problems } = props;
  const words = onwardText(language);
  const common = { language, lang, problems };
  return (
    <>
      <p class="lead">{words.onwardLead}</p>
      <Form action={onwardPlace({ id })}>
        <ErrorSummary language={language} problems={problems} />
        <Group {...common} id="boxes" title={words.gapsFirst} rows={boxes} none={words.noBoxes} />
        <Group {...common} id="words" title={words.notes} rows={notes} none={words.noNotes} />
        {boxes.length + notes.length > 0 && (
          <p class="actions onward-send">
            <Button name="as" value="initiative">
              {words.makeInitiatives}
            </Button>
            <Button name="as" value="idea" look="secondary">
              {words.makeIdeas}
            </Button>
          </p>
        )}
      </Form>
    </>
  );
}

function Group(props: {
  readonly language: Language;
  readonly lang: string;
  readonly id: 'boxes' | 'words';
  readonly title: string;
  readonly none: string;
  readonly rows: readonly Growable[];
  readonly problems: FormProblems | undefined;
}): Html {
  const { id, title, rows } = props;
  return (
    <section class="stack">
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {rows.length === 0 ? (
        <p>{props.none}</p>
      ) : (
        <ul class="growable">
          {rows.map((row) => (
            <li>
              <Row {...props} row={row} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row(props: {
  readonly language: Language;
  readonly lang: string;
  readonly id: 'boxes' | 'words';
  readonly row: Growable;
  readonly problems: FormProblems | undefined;
}): Html {
  const { language, lang, id, row, problems } = props;
  const { seed, about, gone } = row;
  const words = onwardText(language);
  const text = seed.kind === 'box' ? seed.cell.text : seed.words;
  const value = seed.kind === 'box' ? seed.cell.field : seed.id;
  const note = seed.kind === 'box' ? words.boxNote(seed.cell.could, seed.cell.does) : '';
  const details = [note, about].filter(Boolean).join(' · ');
  if (gone)
    return (
      <Gone language={language} gone={gone}>
        <Words lang={lang}>{text}</Words>
        <span class="quiet gap-figures">{details}</span>
      </Gone>
    );
  const own = `${id}-${value}`;
  return (
    <>
      <div class="choice">
        <input
          class="ds-input"
          type="checkbox"
          id={own}
          name={`${id}[]`}
          value={value}
          checked={typedValues(problems, id, []).includes(value)}
        />
        <label for={own}>
          <Words lang={lang}>{text}</Words>
        </label>
        <p class="choice-hint">{details}</p>
      </div>
      <Button look="tertiary" name="one" value={`${seed.kind}:${value}`} label={words.makeOneNamed(text)}>
        {words.makeOne}
      </Button>
    </>
  );
}

function Gone(props: {
  readonly language: Language;
  readonly gone: NonNullable<Growable['gone']>;
  readonly children: Child;
}): Html {
  const words = onwardText(props.language);
  const { href, title, initiativeId } = props.gone;
  return (
    <>
      <p>{props.children}</p>
      <p>
        {initiativeId ? words.isInitiative : words.isIdea}
        {href && (
          <>
            : <a href={href}>{title}</a>
          </>
        )}
      </p>
    </>
  );
}
