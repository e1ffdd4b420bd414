import type { Html } from '#jsx/jsx-runtime';
import { formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { May } from '../access.ts';
import type { Event } from '../rules/event.ts';
import type { Told, ToTell } from '../rules/notices.ts';
import { firstName } from '../rules/signing-up.ts';
import { insideText } from '../text/inside.ts';
import { noticesListPlace, noticesPlace } from '../urls.ts';

export interface NoticesProps {
  readonly language: Language;
  readonly event: Event;
  readonly names: May['names'];
  readonly told: readonly Told[];
  readonly people: readonly ToTell[];
  readonly problems?: FormProblems | undefined;
}

/** Who has been told of what, and whom somebody must ring or bring a note. */
export function NoticesPage({ language, event, names, told, people, problems }: NoticesProps): Html {
  const words = insideText(language);
  const shown = (one: ToTell) => (names === 'all' ? one.name : firstName(one.name));
  return (
    <>
      <DescriptionList
        rows={told.map((one) => ({
          term: words.notice[one.kind],
          content: words.noticeCounts(one.sent, one.byHand, one.waiting),
        }))}
      />
      {people.length === 0 ? (
        <p class="lead">{words.tellNone}</p>
      ) : (
        <>
          <p class="lead">{words.tellLead}</p>
          <p>
            <a href={noticesListPlace({ id: event.id })}>{words.tellPaper}</a>
          </p>
          <Form action={noticesPlace({ id: event.id })}>
            <ErrorSummary language={language} problems={problems} />
            <Table
              language={language}
              caption={words.tellTitle}
              captionHidden
              rows={people}
              columns={[
                { heading: words.columns.number, numeric: true, cell: ({ number }) => String(number) },
                { heading: words.columns.name, names: true, cell: (one) => <Words>{shown(one)}</Words> },
                { heading: words.tellHome, cell: ({ home }) => <bdi>{home}</bdi> },
                ...(names === 'all'
                  ? [
                      {
                        heading: words.columns.reach,
                        cell: ({ phone }: ToTell) =>
                          phone ? <a href={`tel:${phone}`}>{formatPhone(phone).replaceAll(' ', '\u00a0')}</a> : '',
                      },
                    ]
                  : []),
                { heading: words.tellWhat, cell: ({ kind }) => words.notice[kind] },
                {
                  heading: words.tellDone,
                  cell: (one) => (
                    <input
                      class="ds-input"
                      type="checkbox"
                      name="told[]"
                      value={one.id}
                      aria-label={words.tellDoneOf(shown(one))}
                    />
                  ),
                },
              ]}
            />
            <p>
              <Button>{words.tellSave}</Button>
            </p>
          </Form>
        </>
      )}
    </>
  );
}
