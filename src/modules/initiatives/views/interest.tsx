import type { Html } from '#jsx/jsx-runtime';
import { formatPhone } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { StatusTag } from '../../../ui/components/tag.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { type Interest, MOST_SHOWN } from '../rules/interest.ts';
import { interestText } from '../text/interest.ts';
import { interestPlace } from '../urls.ts';

/** Who wants to join in, for those who drive it and staff. */
export function Interested(props: {
  readonly language: Language;
  readonly initiative: string;
  readonly interests: readonly Interest[];
}): Html | null {
  const { language, initiative, interests } = props;
  const words = interestText(language);
  if (interests.length === 0) return null;
  return (
    <section class="stack" id="vil-vaere-med">
      <Heading level={2}>{words.title}</Heading>
      <p>{words.lead}</p>
      <ul class="plain-list">
        {interests.map((one) => (
          <li>
            <OneInterest language={language} initiative={initiative} interest={one} />
          </li>
        ))}
      </ul>
      {interests.length === MOST_SHOWN && <p class="quiet">{words.more(MOST_SHOWN)}</p>}
    </section>
  );
}

function OneInterest(props: {
  readonly language: Language;
  readonly initiative: string;
  readonly interest: Interest;
}): Html {
  const { language, initiative, interest } = props;
  const { id, personName, email, phone, called } = interest;
  const words = interestText(language);
  return (
    <Card>
      <p>
        <bdi>{personName}</bdi>
        {called && ' '}
        {called && <StatusTag state="good">{words.called}</StatusTag>}
      </p>
      <p>
        {email && <a href={`mailto:${email}`}>{email}</a>}
        {email && phone && ', '}
        {phone && <a href={`tel:${phone}`}>{formatPhone(phone)}</a>}
      </p>
      <Form
        action={interestPlace({ id: initiative, interest: id })}
        class="actions"
        label={`${personName}, ${email ?? phone}`}
      >
        {!called && (
          <Button look="secondary" name="do" value="called" label={words.markCalledNamed(personName)}>
            {words.markCalled}
          </Button>
        )}
        <Button look="tertiary" name="do" value="remove" label={words.removeNamed(personName)}>
          {words.remove}
        </Button>
      </Form>
    </Card>
  );
}
