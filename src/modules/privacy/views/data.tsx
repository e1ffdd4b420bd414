import type { Html } from '#jsx/jsx-runtime';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Checkbox, Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import type { Preview, PreviewLine } from '../rules/preview.ts';
import type { Erasure, ExportRequest } from '../rules/requests.ts';
import type { Settings } from '../rules/settings.ts';
import { pagesText } from '../text/pages.ts';
import { packagePlace } from '../urls.ts';

/** Where the forms of the page lead: one's own, or those of staff for somebody. */
export interface DataPaths {
  readonly copy: Path;
  readonly erase: Path;
  readonly undo: Path;
  readonly consents: Path;
  readonly looks: Path | null;
  /** Null for who may not say no. */
  readonly refuse: Path | null;
}

export interface DataPageProps {
  readonly language: Language;
  readonly paths: DataPaths;
  /** Null on one's own page. */
  readonly name: string | null;
  readonly preview: Preview;
  readonly exports: readonly ExportRequest[];
  readonly erasure: Erasure | null;
  /** Who asked for the erasure, when it was staff. */
  readonly askedBy: string | null;
  /** What is in the way, as sentences. */
  readonly matters: readonly string[];
  readonly settings: Settings;
  /** The form that came back, and what was wrong in it. */
  readonly returned?: { readonly form: 'copy' | 'erase' | 'refuse'; readonly problems: FormProblems } | undefined;
}

/** What is kept of a person, and what they can do about it. */
export function DataPage(props: DataPageProps): Html {
  const { language, paths, name, erasure } = props;
  const words = pagesText(language);
  const open = erasure && !erasure.result ? erasure : null;
  return (
    <>
      <p class="lead">{name === null ? words.myIntro : words.theirIntro}</p>
      {open && <Erasing {...props} open={open} />}
      {erasure?.result === 'refused' && (
        <Notice kind="warning" heading={words.refusedOn}>
          <p>{erasure.words}</p>
        </Notice>
      )}
      <ul>
        <li>
          <a href={paths.consents}>{name === null ? words.consentsLink : words.theirConsentsLink}</a>
        </li>
        {paths.looks && (
          <li>
            <a href={paths.looks}>{name === null ? words.looksLink : words.theirLooksLink}</a>
          </li>
        )}
      </ul>
      <Copy {...props} />
      {!open && <Erase {...props} />}
    </>
  );
}

function Copy(props: DataPageProps): Html {
  const { language, paths, name, exports, settings, returned } = props;
  const words = pagesText(language);
  const problems = returned?.form === 'copy' ? returned.problems : undefined;
  const ready = exports.find((one) => one.goesAt !== null);
  const waits = exports.some((one) => one.goesAt === null);
  return (
    <Card as="section" id="kopi">
      <Heading level={2}>{words.copy}</Heading>
      <p>{(name === null ? words.copyText : words.copyTextTheirs)(settings.exportDays)}</p>
      {ready?.goesAt && (
        <>
          <p>{words.copyReady(formatDay(dayOf(ready.goesAt), language))}</p>
          <p>
            <LinkButton href={packagePlace({ id: ready.id })} download>
              {words.copyFetch}
            </LinkButton>
          </p>
        </>
      )}
      {waits && <p>{words.copyWaits}</p>}
      {!waits && (
        <Form action={paths.copy}>
          <ErrorSummary language={language} problems={problems} />
          {name !== null && <HowAsked language={language} id="copy-channel" problems={problems} />}
          <Button look="secondary">{ready ? words.copyAskAgain : words.copyAsk}</Button>
        </Form>
      )}
    </Card>
  );
}

function HowAsked(props: {
  readonly language: Language;
  readonly id: string;
  readonly problems: FormProblems | undefined;
}): Html {
  const words = pagesText(props.language);
  return (
    <Radios
      {...props}
      name="channel"
      label={words.channel}
      options={(['paper', 'phone', 'mail'] as const).map((value) => ({ value, label: words.channels[value] }))}
    />
  );
}

function Erase(props: DataPageProps): Html {
  const { language, paths, name, settings, returned, matters } = props;
  const words = pagesText(language);
  const problems = returned?.form === 'erase' ? returned.problems : undefined;
  return (
    <Card as="section" id="slet">
      <Heading level={2}>{name === null ? words.erase : words.eraseTheirs}</Heading>
      <p>{(name === null ? words.eraseText : words.eraseTextTheirs)(settings.undoDays)}</p>
      <PreviewLists language={language} preview={props.preview} />
      {matters.length > 0 && (
        <Notice kind="warning" heading={words.matters} level={3}>
          <ul>
            {matters.map((matter) => (
              <li>{matter}</li>
            ))}
          </ul>
          <p>{words.eraseAnyway}</p>
        </Notice>
      )}
      <Form action={paths.erase}>
        <ErrorSummary language={language} problems={problems} />
        {name !== null && <HowAsked language={language} id="erase-channel" problems={problems} />}
        <Checkbox
          language={language}
          name="sure"
          label={name === null ? words.eraseSure : words.eraseSureTheirs}
          problems={problems}
        />
        <Button look="danger">{name === null ? words.eraseAsk : words.eraseAskTheirs}</Button>
      </Form>
    </Card>
  );
}

function Erasing(props: DataPageProps & { readonly open: Erasure }): Html {
  const { language, paths, name, open, matters, returned } = props;
  const words = pagesText(language);
  const day = (value: Day) => formatDay(value, language);
  const problems = returned?.form === 'refuse' ? returned.problems : undefined;
  return (
    <Notice kind="warning" heading={(name === null ? words.erasing : words.erasingTheirs)(day(open.dueOn))}>
      <p>{words.erasingAsked(day(dayOf(open.askedAt)), words.how[open.channel], props.askedBy)}</p>
      {matters.length > 0 && (
        <>
          <p>
            <strong>{words.matters}.</strong> {words.matterText}
          </p>
          <ul>
            {matters.map((matter) => (
              <li>{matter}</li>
            ))}
          </ul>
        </>
      )}
      {name === null && <p>{words.erasingText}</p>}
      <Form action={paths.undo}>
        <Button>{name === null ? words.undo : words.undoTheirs}</Button>
      </Form>
      {paths.refuse && (
        <>
          <Heading level={3}>{words.refuse}</Heading>
          <p>{words.refuseText}</p>
          <Form action={paths.refuse}>
            <ErrorSummary language={language} problems={problems} />
            <TextArea
              language={language}
              name="words"
              label={words.refuseWords}
              problems={problems}
              rows={3}
              maxlength={1000}
            />
            <Button look="secondary">{words.refuseSend}</Button>
          </Form>
        </>
      )}
    </Notice>
  );
}

function PreviewLists({ language, preview }: { readonly language: Language; readonly preview: Preview }): Html {
  const words = pagesText(language);
  const none = preview.goes.length + preview.unnamed.length + preview.kept.length === 0;
  if (none) return <p>{words.nothing}</p>;
  return (
    <>
      <Lines language={language} heading={words.whatGoes} intro={words.whatGoesText} lines={preview.goes} />
      <Lines
        language={language}
        heading={words.whatLosesName}
        intro={words.whatLosesNameText}
        lines={preview.unnamed}
      />
      <Kept language={language} lines={preview.kept} />
    </>
  );
}

/** What stays, by why. */
function Kept({
  language,
  lines,
}: {
  readonly language: Language;
  readonly lines: readonly PreviewLine[];
}): Html | null {
  const words = pagesText(language);
  if (lines.length === 0) return null;
  const laws = [...new Set(lines.map(({ law }) => law))];
  return (
    <>
      <Heading level={3}>{words.whatStays}</Heading>
      <p>{words.whatStaysText}</p>
      {laws.map((law) => (
        <>
          <p>{words.laws[law]}</p>
          <ul>
            {lines
              .filter((line) => line.law === law)
              .map((line) => (
                <li>
                  <strong>{line.called[language]}</strong>, {words.rows(line.rows)}.
                </li>
              ))}
          </ul>
        </>
      ))}
    </>
  );
}

function Lines(props: {
  readonly language: Language;
  readonly heading: string;
  readonly intro: string;
  readonly lines: readonly PreviewLine[];
}): Html | null {
  const { language, heading, intro, lines } = props;
  const words = pagesText(language);
  if (lines.length === 0) return null;
  return (
    <>
      <Heading level={3}>{heading}</Heading>
      <p>{intro}</p>
      <ul>
        {lines.map((line) => (
          <li>
            <strong>{line.called[language]}</strong>, {words.rows(line.rows)}.
            {line.drafts > 0 && ` ${words.drafts(line.drafts)}`}
            {line.namedUntil && ` ${words.namedUntil(line.named, formatDay(line.namedUntil, language))}`}
          </li>
        ))}
      </ul>
    </>
  );
}
