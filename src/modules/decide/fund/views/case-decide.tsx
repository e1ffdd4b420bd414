import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import { formatOre, type Ore, toOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { mostOf } from '../rules/deciding.ts';
import { handlingText } from '../text/handling.ts';
import { fundText } from '../text/pages.ts';
import { decidePlace } from '../urls.ts';
import { AnswerFields, type AtWork } from './case-work.tsx';
import { problemsAt } from './refused.ts';

/** Two clicks for the ordinary yes; every other answer right below. */
export function CaseDecide(props: AtWork): Html {
  const { language, available, application, work } = props;
  const words = fundText(language);
  const own = handlingText(language);
  const problems = problemsAt(props, decidePlace({ id: application.id }));
  if (work.namingFirst.length > 0) {
    return (
      <section class="stack">
        <Heading level={2}>{words.decideTitle}</Heading>
        <p>{own.namingFirst(new Intl.ListFormat(language).format(work.namingFirst))}</p>
      </section>
    );
  }
  const quick = quickAmount(props);
  const round = application.submission?.round;
  const terms = application.recommendations.at(-1)?.terms ?? '';
  const roundOpen = round && round.closesOn >= work.today;
  const oneClick = quick !== null && !roundOpen;
  return (
    <section class="stack">
      <Heading level={2}>{words.decideTitle}</Heading>
      {work.meeting && <p>{own.meeting(work.meeting.reference)}</p>}
      {available !== null && <p>{words.canGive(formatOre(toOre(available), language))}</p>}
      {roundOpen && <p>{own.roundOpen(formatDay(round.closesOn, language))}</p>}
      {oneClick && (
        <Card>
          <Form action={decidePlace({ id: application.id })}>
            <input type="hidden" name="result" value="commit" />
            <input type="hidden" name="amount" value={typed(quick)} />
            <input type="hidden" name="reference" value={work.meeting?.reference ?? ''} />
            {terms !== '' && (
              <>
                <input type="hidden" name="terms" value={terms} />
                <p lang="da">
                  {words.terms}: {terms}
                </p>
              </>
            )}
            <p>
              {terms === '' ? own.quickYesHint : own.quickYesTerms}{' '}
              {available !== null && own.leftAfter(formatOre(toOre(available - quick), language))}
            </p>
            <Button>{own.quickYes(formatOre(quick, language))}</Button>
          </Form>
        </Card>
      )}
      <Disclosure summary={oneClick ? own.otherAnswer : own.answer} open={problems !== undefined || quick === null}>
        <Form action={decidePlace({ id: application.id })}>
          <AnswerFields {...props} prefix="decide" problems={problems} />
          <TextField
            language={language}
            name="reference"
            label={words.reference}
            value={work.meeting?.reference ?? ''}
            optional
            problems={problems}
          />
          <Button look="secondary">{words.decideSend}</Button>
        </Form>
      </Disclosure>
    </section>
  );
}

/** What was advised, else all that can be given. Null when the ordinary answer is not a yes. */
function quickAmount({ application, available, work }: AtWork): Ore | null {
  if (!work.policy || available === null) return null;
  const advised = application.recommendations.at(-1);
  if (advised && advised.advice !== 'commit') return null;
  const most = mostOf(application, work.policy, available, work.today);
  const amount = Math.min(advised?.amount ?? most, most);
  return amount > 0 ? toOre(amount) : null;
}

/** As a person would type it. */
function typed(amount: Ore): string {
  return formatOre(amount, 'da').replace(/ kr\.$/, '');
}
