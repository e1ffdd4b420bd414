import type { Html } from '#jsx/jsx-runtime';
import { Heading } from '../../../ui/components/heading.tsx';

/** Paragraphs as the house wrote them; "## " makes a heading, a line break stays one. */
export function Written(props: { readonly words: string }): Html {
  const parts = props.words
    .split(/\n\s*\n|(?=^## )/m)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return <>{parts.map(onePart)}</>;
}

function onePart(part: string): Html {
  const [first = '', ...rest] = part.split('\n');
  if (!first.startsWith('## ')) return <Lines lines={[first, ...rest]} />;
  return (
    <>
      <Heading level={2}>{first.slice(3)}</Heading>
      {rest.length > 0 && <Lines lines={rest} />}
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly string[] }): Html {
  return (
    <p>
      {lines.map((line, at) => (
        <>
          {at > 0 && <br />}
          {line}
        </>
      ))}
    </p>
  );
}

/** What is kept, and how long: a line for each way of keeping. */
export function Kept(props: { readonly lines: readonly { readonly what: string; readonly how: string }[] }): Html {
  return (
    <ul>
      {props.lines.map(({ what, how }) => (
        <li>
          <strong>{what}</strong>: {how}
        </li>
      ))}
    </ul>
  );
}
