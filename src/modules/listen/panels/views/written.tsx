import type { Html } from '#jsx/jsx-runtime';

/** What somebody wrote, in their own lines. */
export function Lines(props: { readonly text: string }): Html {
  return (
    <>
      {props.text.split(/\n{2,}/).map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, at) => (
            <>
              {at > 0 && <br />}
              <bdi>{line}</bdi>
            </>
          ))}
        </p>
      ))}
    </>
  );
}
