import type { Html } from '#jsx/jsx-runtime';
import { dayOf } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { Department } from '../../housing/public.ts';
import { feedsText } from '../text/feeds.ts';
import { closeFeedsPlace, houseCalendarPlace, houseNewsPlace, ownFeedsPlace, renewFeedsPlace } from '../urls.ts';

/** One's own address, how to use it, and how to be rid of it. */
export function OwnFeedsPage(props: {
  readonly language: Language;
  readonly address: { readonly madeAt: Date; readonly calendar: string; readonly news: string } | null;
}): Html {
  const { language, address } = props;
  const words = feedsText(language);
  return (
    <>
      <p class="lead">{words.ownIntro}</p>
      {address ? (
        <>
          <Address label={words.calendar} address={address.calendar} />
          <p>
            <LinkButton href={address.calendar.replace(/^https?:/, 'webcal:')}>{words.open}</LinkButton>
          </p>
          <Address label={words.news} address={address.news} />
          <Notice>
            <p>
              {words.secret} <span class="quiet">{words.made(formatDay(dayOf(address.madeAt), language))}.</span>
            </p>
          </Notice>
        </>
      ) : (
        <Form action={renewFeedsPlace({})}>
          <p>{words.ownNone}</p>
          <Button>{words.make}</Button>
        </Form>
      )}
      <Heading level={2}>{words.how}</Heading>
      <ol>
        {words.howSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      {address && (
        <Disclosure summary={words.more}>
          <p>{words.renewText}</p>
          <Form action={renewFeedsPlace({})} class="actions">
            <Button look="secondary">{words.renew}</Button>
            <Button look="danger" formaction={closeFeedsPlace({})}>
              {words.close}
            </Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

function Address({ label, address }: { readonly label: string; readonly address: string }): Html {
  return (
    <section class="stack">
      <Heading level={2}>{label}</Heading>
      <pre class="secret-shown">
        <code>{address}</code>
      </pre>
    </section>
  );
}

/** What everybody may follow. */
export function FollowPage(props: {
  readonly language: Language;
  readonly departments: readonly Department[];
  readonly fundNews: string;
  readonly signedIn: boolean;
}): Html {
  const { language, departments } = props;
  const words = feedsText(language);
  return (
    <>
      <p class="lead">{words.followIntro}</p>
      <Heading level={2}>{words.wholeHouse}</Heading>
      <ul>
        <li>
          <a href={houseCalendarPlace({})}>{words.houseCalendar}</a>
        </li>
        <li>
          <a href={houseNewsPlace({})}>{words.houseNews}</a>
        </li>
        <li>
          <a href={props.fundNews}>{words.fundNews}</a>
        </li>
      </ul>
      {departments.length > 0 && <Heading level={2}>{words.departments}</Heading>}
      <ul>
        {departments.map(({ id, name }) => (
          <li>
            <a href={houseCalendarPlace({}, { afdeling: id })}>{words.departmentCalendar(name)}</a>
            {' · '}
            <a href={houseNewsPlace({}, { afdeling: id })}>{words.departmentNews(name)}</a>
          </li>
        ))}
      </ul>
      {props.signedIn && (
        <p>
          <a href={ownFeedsPlace({})}>{words.ownLink}</a>
        </p>
      )}
    </>
  );
}
