import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Checkbox } from '../../../ui/forms/choices.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Select } from '../../../ui/forms/select.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import type { Department } from '../../housing/public.ts';
import { importsPlace } from '../../tenancy-import/public.ts';
import { POSTS } from '../rules/people.ts';
import { setupForms } from '../text/forms.ts';
import { peopleText } from '../text/people.ts';
import { peopleFilePlace, peopleListPlace, stepHref } from '../urls.ts';
import { StepFrame, type StepPage } from './frame.tsx';

export interface Holder {
  readonly name: string;
  /** "sekretariat, økonomi". */
  readonly roles: string;
}

/** Which of the two forms was sent; its problems and what was typed in it are shown there. */
export type Sent = 'one' | 'list' | 'file';

export function PeoplePage(
  props: StepPage & {
    readonly departments: readonly Department[];
    readonly here: readonly Holder[];
    readonly sent: Sent | null;
    /** Lines read from a file, to be looked through. */
    readonly lines: string;
    readonly notice: string | null;
  },
): Html {
  const { language } = props;
  const words = peopleText(language);
  return (
    <StepFrame {...props}>
      {props.notice && <Notice>{props.notice}</Notice>}
      {props.here.length > 0 && (
        <section class="stack">
          <Heading level={2}>{words.here}</Heading>
          <ul>
            {props.here.map(({ name, roles }) => (
              <li>
                {name}: {roles}
              </li>
            ))}
          </ul>
        </section>
      )}
      <One {...props} />
      <Many {...props} />
    </StepFrame>
  );
}

type Props = Parameters<typeof PeoplePage>[0];

function One(props: Props): Html {
  const { language } = props;
  const words = peopleText(language);
  const common = { language, problems: props.sent === 'one' ? props.problems : undefined };
  return (
    <section class="stack">
      <Heading level={2}>{words.one}</Heading>
      <Form action={stepHref('people')}>
        <TextField {...common} name="name" label={words.name} autocomplete="off" />
        <TextField {...common} name="email" label={words.email} type="email" autocomplete="off" optional />
        <TextField {...common} name="phone" label={words.phone} type="tel" autocomplete="off" optional />
        <Select
          {...common}
          name="post"
          label={words.post}
          options={POSTS.map((value) => ({ value, label: words.posts[value] }))}
        />
        {props.departments.length > 0 && (
          <Select
            {...common}
            name="department"
            label={words.department}
            hint={words.departmentHint}
            options={props.departments.map(({ number, name }) => ({ value: number, label: name }))}
            optional
          />
        )}
        <DateField {...common} name="until" label={words.until} hint={words.untilHint} optional />
        <Checkbox {...common} name="invite" label={words.invite} checked />
        <Button>{words.add}</Button>
      </Form>
    </section>
  );
}

function Many(props: Props): Html {
  const { language } = props;
  const words = peopleText(language);
  const inFile = { language, problems: props.sent === 'file' ? props.problems : undefined };
  const inList = { language, problems: props.sent === 'list' ? props.problems : undefined };
  return (
    <section class="stack">
      <Heading level={2}>{words.list}</Heading>
      <Form action={peopleFilePlace({})} files>
        <FileField
          {...inFile}
          name="people"
          label={words.file}
          hint={words.fileHint}
          accept=".xlsx,.csv,.txt,text/csv"
        />
        <Button look="secondary">{words.readFile}</Button>
      </Form>
      <Form action={peopleListPlace({})}>
        <TextArea {...inList} name="lines" label={words.lines} hint={words.linesHint} rows={6} value={props.lines} />
        <Checkbox {...inList} id="invite-list" name="invite" label={words.invite} checked />
        <Button look="secondary">{words.addAll}</Button>
      </Form>
    </section>
  );
}

export interface ShownImport {
  readonly href: string;
  readonly name: string;
  readonly waits: boolean;
}

export function HomesPage(
  props: StepPage & {
    readonly homes: number;
    readonly files: readonly ShownImport[];
    readonly departmentsHref: string;
  },
): Html {
  const { language } = props;
  const words = setupForms(language).homes;
  return (
    <StepFrame {...props}>
      {props.homes > 0 && <p>{words.there(props.homes)}</p>}
      {props.homes > 0 && (
        <p>
          <a href={props.departmentsHref}>{words.see}</a>
        </p>
      )}
      {props.files.length > 0 && <Files language={language} files={props.files} />}
      <Form action={importsPlace({})} files>
        <input type="hidden" name="retur" value={stepHref('homes')} />
        <FileField
          language={language}
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".xlsx,.csv,.txt,text/csv"
        />
        <Button>{words.read}</Button>
      </Form>
    </StepFrame>
  );
}

function Files(props: { readonly language: Language; readonly files: readonly ShownImport[] }): Html {
  const words = setupForms(props.language).homes;
  return (
    <section class="stack">
      <Heading level={2}>{words.files}</Heading>
      <ul>
        {props.files.map(({ href, name, waits }) => (
          <li>
            <a href={href}>{name}</a>
            {waits && <strong> {words.waits}</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A way on that is a link, for steps that are done elsewhere. */
export function Onward(props: { readonly href: string; readonly label: string }): Html {
  return (
    <p>
      <LinkButton href={props.href} look="secondary">
        {props.label}
      </LinkButton>
    </p>
  );
}
