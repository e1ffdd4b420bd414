import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Breadcrumb } from '../../../../ui/components/wayfinding.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import type { Story } from '../rules/edition.ts';
import { pagesText } from '../text/pages.ts';
import { reportText } from '../text/report.ts';
import { NOW, publishPlace, reportPlace, reportsPlace, storyPlace } from '../urls.ts';
import { Words } from './report.tsx';

interface WritingProps {
  readonly language: Language;
  readonly year: number;
  readonly problems?: FormProblems | undefined;
}

export interface StoryProps extends WritingProps {
  readonly story: Story;
  readonly most: number;
  /** Somebody else wrote while this was being written. */
  readonly meanwhile?: boolean;
}

export function StoryPage(props: StoryProps): Html {
  const { language, year, problems, story } = props;
  const words = pagesText(language);
  return (
    <>
      <WayUp language={language} year={year} title={words.storyTitle(year)} />
      <ErrorSummary language={language} problems={problems} />
      <p>{words.storyIntro}</p>
      <Form action={storyPlace({ year: String(year) })} warnUnsaved>
        <input type="hidden" name="version" value={String(story.version)} />
        <TextArea
          language={language}
          problems={problems}
          name="words"
          label={words.storyLabel}
          value={story.words}
          rows={12}
          maxlength={props.most}
          optional
          lix
        />
        <Button>{words.save}</Button>
      </Form>
      {props.meanwhile && (
        <section class="stack">
          <Heading level={2}>{words.storyNow}</Heading>
          <Words text={story.words} />
        </section>
      )}
    </>
  );
}

export interface PublishProps extends WritingProps {
  /** The number the edition gets. */
  readonly number: number;
  readonly running: boolean;
}

export function PublishPage(props: PublishProps): Html {
  const { language, year, problems, number } = props;
  const words = pagesText(language);
  return (
    <>
      <WayUp language={language} year={year} title={words.publishTitle(year)} />
      <ErrorSummary language={language} problems={problems} />
      <p>{words.publishIntro}</p>
      {props.running && (
        <Notice kind="warning">
          <p>{words.publishRunning}</p>
        </Notice>
      )}
      {number > 1 && <p>{words.correctIntro(number)}</p>}
      <Form action={publishPlace({ year: String(year) })}>
        <input type="hidden" name="number" value={String(number)} />
        {number > 1 && (
          <TextArea
            language={language}
            problems={problems}
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            rows={3}
          />
        )}
        <Button>{words.publish}</Button>
      </Form>
    </>
  );
}

function WayUp(props: { readonly language: Language; readonly year: number; readonly title: string }): Html {
  const { language, year } = props;
  return (
    <>
      <Breadcrumb
        language={language}
        steps={[
          { href: reportsPlace({}), label: pagesText(language).reports },
          { href: reportPlace({ year: String(year) }, { udgave: NOW }), label: reportText(language).title(year) },
        ]}
      />
      <h1 class="ds-heading page-title" data-size="lg">
        {props.title}
      </h1>
    </>
  );
}
