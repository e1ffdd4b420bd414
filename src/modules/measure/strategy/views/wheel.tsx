import type { Html } from '#jsx/jsx-runtime';
import { type Day, day as toDay } from '../../../../kernel/day.ts';
import { formatDay, monthOf } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { REPEATS, type WheelDay } from '../rules/wheel.ts';
import { evaluationText } from '../text/evaluation.ts';
import { evaluationPlace, metricPlace, planPlace, removeWheelPlace, strategyPlace, wheelPlace } from '../urls.ts';

export interface WheelProps {
  readonly language: Language;
  readonly today: Day;
  readonly year: number;
  readonly years: readonly number[];
  readonly days: readonly WheelDay[];
  readonly mayWrite: boolean;
  readonly problems?: FormProblems | undefined;
}

/** The board's year, month by month. */
export function WheelPage(props: WheelProps): Html {
  const { language, year, days, problems } = props;
  const words = evaluationText(language);
  const months = Map.groupBy(days, ({ on }) => on.slice(0, 7));
  return (
    <>
      <p class="lead">{words.wheelLead}</p>
      <TabsNav
        label={words.wheelTitle}
        tabs={props.years.map((one) => ({
          href: wheelPlace({}, { aar: one }),
          label: String(one),
          current: one === year,
        }))}
      />
      {days.length === 0 && <EmptyState title={words.wheelNone} />}
      <div class="wheel">
        {monthsOf(year).map((first) => (
          <Month {...props} first={first} inMonth={months.get(first.slice(0, 7)) ?? []} />
        ))}
      </div>
      <p class="quiet">{words.wheelCalendar}</p>
      {props.mayWrite && (
        <section class="stack">
          <Heading level={2}>{words.wheelAdd}</Heading>
          <ErrorSummary language={language} problems={problems} />
          <WheelForm language={language} problems={problems} />
        </section>
      )}
    </>
  );
}

function Month(props: WheelProps & { readonly first: Day; readonly inMonth: readonly WheelDay[] }): Html {
  const { language, first, inMonth } = props;
  return (
    <section class="stack">
      <Heading level={2}>{capital(monthOf(first, language))}</Heading>
      {inMonth.length === 0 ? (
        <p class="quiet">{evaluationText(language).wheelMonthEmpty}</p>
      ) : (
        <ul class="short-list">
          {inMonth.map((one) => (
            <WheelLine {...props} one={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The first day of each. */
function monthsOf(year: number): readonly Day[] {
  return Array.from({ length: 12 }, (_, at) => toDay(`${year}-${String(at + 1).padStart(2, '0')}-01`));
}

function WheelLine({ language, one, mayWrite }: WheelProps & { readonly one: WheelDay }): Html {
  const words = evaluationText(language);
  const said = words.wheelDays[one.kind](one.title);
  const href = {
    item: null,
    plan: planPlace({ plan: one.id }),
    measure: metricPlace({ metric: one.id }),
    evaluation: evaluationPlace({ year: one.id }),
    strategy: strategyPlace({}),
  }[one.kind];
  return (
    <li>
      {formatDay(one.on, language)}: <span lang="da">{href ? <a href={href}>{said}</a> : said}</span>
      {mayWrite && one.kind === 'item' && (
        <Form action={removeWheelPlace({ item: one.id })} class="actions">
          <Button look="tertiary" label={words.wheelRemove(one.title)}>
            {words.wheelRemoveShort}
          </Button>
        </Form>
      )}
    </li>
  );
}

function WheelForm(props: { readonly language: Language; readonly problems?: FormProblems | undefined }): Html {
  const words = evaluationText(props.language);
  return (
    <Form action={wheelPlace({})}>
      <TextField {...props} name="title" label={words.wheelName} />
      <DateField {...props} name="on" label={words.wheelOn} />
      <Radios
        {...props}
        name="repeats"
        label={words.wheelRepeats}
        value="year"
        options={REPEATS.map((one) => ({ value: one, label: words.repeats[one] }))}
      />
      <TextArea {...props} name="words" label={words.wheelWords} rows={2} maxlength={1000} optional />
      <Button>{words.wheelAdd}</Button>
    </Form>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
