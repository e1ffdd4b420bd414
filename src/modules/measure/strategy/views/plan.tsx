import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { PLAN_STATES, type Plan, type PlanLink, type StateChange } from '../rules/plan.ts';
import { strategyText } from '../text/strategy.ts';
import { writingText } from '../text/writing.ts';
import { editPlanPlace, planLinkPlace, planStatePlace } from '../urls.ts';
import { PlanTag } from './parts.tsx';

export type Linkable = Pick<PlanLink, 'kind' | 'target' | 'title'>;

export interface PlanProps {
  readonly language: Language;
  readonly today: Day;
  readonly plan: Plan;
  readonly links: readonly (PlanLink & { readonly href: string })[];
  readonly changes: readonly StateChange[];
  readonly linkable: readonly Linkable[];
  readonly names: ReadonlyMap<string, string>;
  readonly may: { readonly write: boolean; readonly inside: boolean; readonly tell: boolean };
  readonly problems?: FormProblems | undefined;
}

/** One action plan: what is done, by when, and how it goes. */
export function PlanPage(props: PlanProps): Html {
  const { language, plan, may, names } = props;
  const words = strategyText(language);
  const lines = plan.activities.split('\n').filter((line) => line.trim() !== '');
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      <p>
        <PlanTag plan={plan} language={language} today={props.today} />
      </p>
      <DescriptionList
        rows={[
          { term: words.deadline, content: formatDay(plan.deadline, language) },
          { term: words.owner, content: may.inside && names.get(`person:${plan.ownerId}`) },
          { term: words.budget, content: plan.budget !== null && formatOre(plan.budget, language) },
        ]}
      />
      {lines.length > 0 && (
        <section class="stack">
          <Heading level={2}>{words.activities}</Heading>
          <ul lang="da">
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <Links {...props} />
      <Changes {...props} />
      {may.tell && <StateForm {...props} />}
      {may.write && (
        <p class="actions">
          <LinkButton href={editPlanPlace({ plan: plan.id })} look="secondary">
            {words.edit}
          </LinkButton>
        </p>
      )}
    </>
  );
}

function Links({ language, plan, links, linkable, may }: PlanProps): Html | null {
  const words = strategyText(language);
  if (links.length === 0 && !may.write) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.links}</Heading>
      <ul class="short-list">
        {links.map((link) => (
          <li>
            <span class="quiet">{words[link.kind]}: </span>
            <a href={link.href} lang="da">
              {link.title}
            </a>
            {may.write && (
              <Form action={planLinkPlace({ plan: plan.id })} class="actions">
                <Button look="tertiary" name="remove" value={link.id} label={words.removeLink(link.title)}>
                  {words.remove}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {may.write && linkable.length > 0 && (
        <Form action={planLinkPlace({ plan: plan.id })}>
          <Select
            language={language}
            name="to"
            label={words.linkLabel}
            options={linkable.map(({ kind, target, title }) => ({
              value: `${kind}:${target}`,
              label: `${words[kind]}: ${title}`,
            }))}
          />
          <Button look="secondary">{words.addLink}</Button>
        </Form>
      )}
    </section>
  );
}

function Changes({ language, changes, names, may }: PlanProps): Html | null {
  const words = strategyText(language);
  if (changes.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.history}</Heading>
      <ul class="short-list">
        {changes.map((change) => (
          <li>
            {formatDay(change.on, language)}: {words.states[change.state]}.{' '}
            {may.inside && change.words && <span lang="da">{change.words} </span>}
            {may.inside && change.by && <span class="quiet">{names.get(`person:${change.by}`)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function StateForm({ language, plan, problems }: PlanProps): Html {
  const words = strategyText(language);
  const labels = writingText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.tell}</Heading>
      <Form action={planStatePlace({ plan: plan.id })}>
        <Radios
          language={language}
          problems={problems}
          name="state"
          label={labels.stateLabel}
          value={plan.state}
          options={PLAN_STATES.map((state) => ({ value: state, label: words.states[state] }))}
        />
        <TextArea
          language={language}
          problems={problems}
          name="words"
          label={words.tellWords}
          rows={3}
          maxlength={1000}
          optional
        />
        <Button>{labels.save}</Button>
      </Form>
    </section>
  );
}

export interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** A new plan, or one that is edited. */
export function PlanFormPage(props: {
  readonly language: Language;
  readonly action: string;
  readonly plan: Plan | null;
  readonly people: readonly Somebody[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, plan, problems } = props;
  const words = writingText(language);
  const common = { language, problems };
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form action={props.action} warnUnsaved>
        {plan && <input type="hidden" name="version" value={String(plan.version)} />}
        <TextField {...common} name="title" label={words.planName} value={plan?.title} />
        <TextArea
          {...common}
          name="activities"
          label={words.activities}
          hint={words.activitiesHint}
          value={plan?.activities}
          rows={5}
          maxlength={4000}
          optional
        />
        <OwnerField {...common} people={props.people} value={plan?.ownerId} />
        <DateField {...common} name="deadline" label={words.deadline} value={plan?.deadline} />
        <AmountField
          {...common}
          name="budget"
          label={words.budget}
          value={plan?.budget == null ? undefined : String(plan.budget / 100).replace('.', ',')}
          optional
        />
        <Button>{words.save}</Button>
      </Form>
    </>
  );
}

/** Who looks after something. */
export function OwnerField(props: {
  readonly language: Language;
  readonly people: readonly Somebody[];
  readonly value?: string | undefined;
  readonly problems?: FormProblems | undefined;
}): Html {
  return (
    <Select
      language={props.language}
      problems={props.problems}
      name="owner"
      label={writingText(props.language).owner}
      value={props.value}
      options={props.people.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
