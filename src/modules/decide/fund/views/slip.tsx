import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Ore } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Amount } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { BillTo } from '../rules/billing.ts';
import type { TrackedStep } from '../rules/tracker.ts';
import { slipText } from '../text/slip.ts';
import { slipEntryPlace } from '../urls.ts';
import { Track } from './track.tsx';

export interface SlipProps {
  readonly language: Language;
  /** The activity's own title: the only thing here that the applicant wrote. */
  readonly title: string;
  readonly billTo: BillTo;
  readonly reference: string;
  /** What the shop can still be paid; null when the case is closed. */
  readonly left: Ore | null;
  readonly latest: Day | null;
  readonly track: readonly TrackedStep[];
  /** What other modules say to whoever held it. */
  readonly afterwards?: Html | null;
}

/** What the shop sees by the code on the slip, and where the case is. Nobody is named. */
export function SlipPage(props: SlipProps): Html {
  const { language, billTo, left } = props;
  const words = slipText(language);
  const row = (term: string, content: string) => (content ? [{ term, content }] : []);
  return (
    <>
      <Card as="section" colour="sol">
        <Heading level={2}>{words.forShop}</Heading>
        {left === null && <Closed words={words.notOpen} />}
        {left === 0 && <Closed words={words.nothingLeft} />}
        <p>{words.forShopText(billTo.name)}</p>
        <DescriptionList
          rows={[
            { term: words.to, content: [billTo.name, ...billTo.address].join(', ') },
            ...row(words.rowCvr, billTo.cvr ?? ''),
            ...row(words.gln, billTo.glns.join(', ')),
            { term: words.mark, content: <strong>{props.reference}</strong> },
            { term: words.activity, content: <span lang="da">{props.title}</span> },
            ...(left === null ? [] : [{ term: words.amountLeft, content: <Amount ore={left} language={language} /> }]),
            ...row(words.latest, props.latest ? formatDay(props.latest, language) : ''),
            ...row(words.mail, billTo.mail),
          ]}
        />
        {billTo.sendUrl && (
          <>
            <p>{words.sendText}</p>
            <LinkButton href={billTo.sendUrl}>{words.send}</LinkButton>
          </>
        )}
        <p>{words.noMore}</p>
      </Card>
      <Track language={language} track={props.track} />
      {props.afterwards}
    </>
  );
}

function Closed(props: { readonly words: string }): Html {
  return (
    <Notice kind="warning">
      <p>{props.words}</p>
    </Notice>
  );
}

/** For a code that is typed: the same answer to every code that opens nothing. */
export function SlipEntryPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const words = slipText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="lead">{words.enterText}</p>
      <Form action={slipEntryPlace({})}>
        <TextField
          language={language}
          problems={problems}
          name="kode"
          label={words.enterField}
          value={props.code}
          size={14}
          autocomplete="off"
        />
        <Button>{words.enter}</Button>
      </Form>
    </>
  );
}
