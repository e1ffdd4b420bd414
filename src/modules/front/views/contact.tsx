import type { Html } from '#jsx/jsx-runtime';
import { formatPhone } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { frontText } from '../text.ts';

/** How the office is reached; empty where nobody has written it in. */
export interface HouseContact {
  readonly phone: string;
  readonly email: string;
  readonly streetLine: string;
  readonly postcode: string;
  readonly city: string;
}

export interface PaperPageProps {
  readonly language: Language;
  readonly contact: HouseContact;
}

/** How the office is reached, and where a shop goes with a customer's slip or its own invoice. */
export function ContactPage(
  props: PaperPageProps & { readonly places: { readonly slip: Path; readonly invoice: Path } },
): Html {
  const words = frontText(props.language);
  return (
    <>
      <p class="lead">{words.contactIntro}</p>
      <ContactLines {...props} />
      <Heading level={2}>{words.suppliers}</Heading>
      <ul>
        <li>
          <a href={props.places.slip}>{words.haveSlip}</a>
        </li>
        <li>
          <a href={props.places.invoice}>{words.sendInvoice}</a>
        </li>
      </ul>
    </>
  );
}

export function AboutPage(props: PaperPageProps): Html {
  const words = frontText(props.language);
  return (
    <>
      {words.about.map((text) => (
        <p>{text}</p>
      ))}
      <Heading level={2}>{words.aboutTake}</Heading>
      <ul>
        {words.aboutTakeText.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <Heading level={2}>{words.paper}</Heading>
      <p>{words.paperText}</p>
      <ContactLines {...props} />
    </>
  );
}

/** Telephone, e-mail and address, as far as they are known. */
export function ContactLines(props: PaperPageProps): Html {
  const { phone, email, streetLine, postcode, city } = props.contact;
  const words = frontText(props.language);
  const address = [streetLine, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  if (!phone && !email && !address) return <p class="quiet">{words.noContact}</p>;
  return (
    <DescriptionList
      rows={[
        {
          term: words.phone,
          content: phone && <a href={`tel:${phone.replaceAll(/\s/g, '')}`}>{formatPhone(phone)}</a>,
        },
        { term: words.email, content: email && <a href={`mailto:${email}`}>{email}</a> },
        { term: words.address, content: address && <bdi>{address}</bdi> },
      ]}
    />
  );
}
