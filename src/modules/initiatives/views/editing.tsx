import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Lines } from '../../../ui/components/written.tsx';
import { Checkbox, Checkboxes, Radios } from '../../../ui/forms/choices.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { CATEGORIES, type Description, type Initiative } from '../rules.ts';
import { formWords } from '../text/forms.ts';
import { initiativesText } from '../text/initiatives.ts';
import { insideText } from '../text/inside.ts';
import { editPlace, newInitiativePlace } from '../urls.ts';
import { type DepartmentNames, periodText, whereText } from './card.tsx';

interface FieldsProps {
  readonly language: Language;
  readonly departments: DepartmentNames;
  readonly problems?: FormProblems | undefined;
  readonly known?: Partial<Description>;
}

/** The words of an initiative: for a new one, when they are changed, and when an idea becomes one. */
export function DescriptionFields(props: FieldsProps): Html {
  const { language, problems, known } = props;
  const words = formWords(language);
  const chosen = known?.wholeOrganisation ? ['alle'] : (known?.departmentIds ?? []);
  const common = { language, problems };
  return (
    <>
      <TextField
        {...common}
        name="title"
        label={words.title}
        hint={words.titleHint}
        maxlength={80}
        value={known?.title}
      />
      <TextArea {...common} name="what" label={words.what} hint={words.whatHint} rows={5} value={known?.what} lix />
      <TextArea {...common} name="why" label={words.why} hint={words.whyHint} rows={3} value={known?.why} optional />
      <Radios
        {...common}
        name="category"
        label={words.category}
        value={known?.category}
        options={CATEGORIES.map((value) => ({ value, label: initiativesText(language).category[value] }))}
      />
      <Checkboxes
        {...common}
        name="where"
        label={words.where}
        values={chosen}
        options={[
          { value: 'alle', label: words.everybody },
          ...[...props.departments].map(([value, label]) => ({ value, label })),
        ]}
      />
      <TextField {...common} name="place" label={words.place} hint={words.placeHint} value={known?.place} optional />
      <DateField {...common} name="startsOn" label={words.startsOn} value={known?.startsOn ?? undefined} optional />
      <DateField {...common} name="endsOn" label={words.endsOn} value={known?.endsOn ?? undefined} optional />
    </>
  );
}

export interface NewInitiativeProps extends FieldsProps {
  /** Staff can write it in for somebody, from paper or telephone. */
  readonly byStaff: boolean;
}

export function NewInitiativePage(props: NewInitiativeProps): Html {
  const { language, problems } = props;
  const words = formWords(language);
  return (
    <>
      <p class="lead">{initiativesText(language).newIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={newInitiativePlace({})} warnUnsaved>
        <DescriptionFields {...props} />
        {props.byStaff ? (
          <OnBehalfFields language={language} problems={problems} />
        ) : (
          <>
            <Checkbox
              language={language}
              name="drive"
              label={words.iDrive}
              hint={words.iDriveHint}
              checked
              problems={problems}
            />
            <Checkbox language={language} name="named" label={words.named} hint={words.namedHint} problems={problems} />
          </>
        )}
        <Button>{initiativesText(language).create}</Button>
      </Form>
    </>
  );
}

/** From paper or telephone: how it came, and from whom. */
export function OnBehalfFields(props: {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const words = formWords(language);
  return (
    <>
      <Radios
        language={language}
        name="channel"
        label={words.channel}
        hint={words.channelHint}
        problems={problems}
        options={[
          { value: 'paper', label: words.channelPaper },
          { value: 'phone', label: words.channelPhone },
          { value: 'self', label: words.channelSelf },
        ]}
      />
      <TextField language={language} name="name" label={words.personName} optional problems={problems} />
      <TextField
        language={language}
        name="contact"
        label={words.contact}
        hint={words.contactHint}
        optional
        problems={problems}
      />
    </>
  );
}

export interface EditProps extends FieldsProps {
  readonly initiative: Initiative;
  /** Somebody else saved first: what stands there now, above what this person wrote. */
  readonly meanwhile?: boolean;
}

export function EditPage(props: EditProps): Html {
  const { language, initiative, problems } = props;
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      {props.meanwhile && <Meanwhile {...props} />}
      <Form action={editPlace({ id: initiative.id })} warnUnsaved>
        <input type="hidden" name="version" value={initiative.version} />
        <DescriptionFields {...props} known={initiative} />
        <Button>{initiativesText(language).save}</Button>
      </Form>
    </>
  );
}

function Meanwhile(props: EditProps): Html {
  const { language, initiative } = props;
  const words = insideText(language);
  const labels = formWords(language);
  return (
    <>
      <Notice kind="warning" heading={words.changedTitle}>
        <p>{words.changedText}</p>
      </Notice>
      <Card as="section">
        <Heading level={2}>{words.changedNow}</Heading>
        <DescriptionList
          rows={[
            { term: labels.title, content: initiative.title },
            { term: labels.what, content: <Lines text={initiative.what} /> },
            { term: labels.why, content: initiative.why && <Lines text={initiative.why} /> },
            { term: labels.category, content: initiativesText(language).category[initiative.category] },
            { term: labels.where, content: whereText(language, initiative, props.departments) },
            { term: labels.place, content: initiative.place },
            { term: initiativesText(language).when, content: periodText(language, initiative) },
          ]}
        />
      </Card>
    </>
  );
}
