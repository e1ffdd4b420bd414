import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import type { Resource } from '../../../platform/resources/resource.ts';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { RATE } from '../rules/tokens.ts';
import { apiText } from '../text/api.ts';
import { kindWords } from '../text/kinds.ts';
import { officeText } from '../text/office.ts';
import { openapiPlace } from '../urls.ts';

const API = '/api/v1/';

/** The guide for those who set other systems up, made from what the API really answers. */
export function ApiPage(props: {
  readonly language: Language;
  readonly origin: string;
  readonly resources: readonly Pick<Resource, 'name' | 'area' | 'about'>[];
  readonly events: readonly string[];
}): Html {
  const { language, origin, resources, events } = props;
  const words = apiText(language);
  return (
    <>
      <p class="lead">{words.intro}</p>
      <p>
        <a href={openapiPlace({})}>{words.file}</a> {words.fileText}
      </p>
      <Heading level={2}>{words.asking}</Heading>
      <p>{words.askingText}</p>
      <pre class="secret-shown">
        <code>{`curl -H "Authorization: Bearer grobund_…" "${origin}/api/v1/initiatives?limit=10"`}</code>
      </pre>
      <Heading level={2}>{words.resources}</Heading>
      <Table
        language={language}
        caption={words.resources}
        captionHidden
        rows={resources}
        columns={[
          { heading: words.path, names: true, cell: ({ name }) => <code class="unbroken">{`${API}${name}`}</code> },
          { heading: words.what, cell: ({ name, about }) => words.about[name as keyof typeof words.about] ?? about },
          { heading: words.area, cell: ({ area }) => officeText(language).areaNames[area] },
        ]}
      />
      <Heading level={2}>{words.rules}</Heading>
      <List items={[words.rate(RATE.times, RATE.minutes), ...words.ruleList]} />
      <Heading level={2}>{words.webhooks}</Heading>
      <p>{words.webhooksText}</p>
      <List items={words.webhookList} />
      <Disclosure summary={words.codes(events.length)}>
        <Table
          language={language}
          caption={words.codes(events.length)}
          captionHidden
          rows={events}
          columns={[
            { heading: words.code, names: true, cell: (kind) => <code class="breaks">{kind}</code> },
            { heading: words.what, cell: (kind) => kindWords(kind, language) },
          ]}
        />
      </Disclosure>
    </>
  );
}

function List({ items }: { readonly items: readonly string[] }): Html {
  return (
    <ul>
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
