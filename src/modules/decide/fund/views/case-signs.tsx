import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { RECUSED_FOR } from '../rules/impartiality.ts';
import { UNDECIDED } from '../rules/status.ts';
import { handlingText } from '../text/handling.ts';
import { applicationPlace, asidePlace, namingPlace } from '../urls.ts';
import type { AtWork } from './case-work.tsx';
import { problemsAt } from './refused.ts';

/** What somebody should stop at: another case like it, and whether all who decide are impartial. */
export function CaseSigns(props: AtWork): Html {
  const { language, work, may, status } = props;
  const words = handlingText(language);
  const open = UNDECIDED.includes(status) || status === 'waiting_list';
  return (
    <>
      {work.carrier && <p>{words.carriedBy(work.carrier)}</p>}
      {work.warnings.length > 0 && (
        <Notice kind="warning" heading={words.similar}>
          <ul>
            {work.warnings.map(({ why, other }) => (
              <li>
                <a href={applicationPlace({ id: other.id })}>
                  {other.reference} <span lang="da">{other.title}</span>
                </a>
                : {words.similarReasons[why]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {open && work.ownCloseness && may.standAside && (
        <Notice kind="warning">
          <p>{words.ownCloseness[work.ownCloseness]}</p>
          <AsideButton {...props} personId={null} reason={RECUSED_FOR[work.ownCloseness]} />
        </Notice>
      )}
      {open && work.namings.length > 0 && <Named {...props} />}
      {open && work.closePeople.length > 0 && (
        <Notice kind="warning" heading={words.closePeople}>
          {work.closePeople.map((one) => (
            <>
              <p>{words.closeReasons[one.why](one.name)}</p>
              <AsideButton {...props} personId={one.personId} reason={RECUSED_FOR[one.why]} name={one.name} />
            </>
          ))}
        </Notice>
      )}
      <Recused {...props} />
    </>
  );
}

function AsideButton(
  props: AtWork & { readonly personId: string | null; readonly reason: string; readonly name?: string },
): Html {
  const { language, application, personId, reason, name } = props;
  const words = handlingText(language);
  return (
    <Form action={asidePlace({ id: application.id })}>
      {personId && <input type="hidden" name="person" value={personId} />}
      <input type="hidden" name="reason" value={reason} />
      <Button look="secondary">{name ? words.writeAside(name) : words.standAside}</Button>
    </Form>
  );
}

/** Whom the applicant named of those who handle and decide: do they apply too, or not? */
function Named(props: AtWork): Html {
  const { language, application, work } = props;
  const words = handlingText(language);
  const place = namingPlace({ id: application.id });
  const problems = problemsAt(props, place);
  return (
    <Notice kind="warning" heading={work.namings.every((one) => one.self) ? words.namingSelf : words.naming}>
      {work.namings.map(({ personId, name, self }, at) => (
        <>
          <p>{self ? words.namingOwn : words.namingOf(name)}</p>
          <Form action={place}>
            <input type="hidden" name="person" value={personId} />
            <input type="hidden" name="result" value="confirmed" />
            <Button look="secondary">{self ? words.namingYesOwn : words.namingYes(name)}</Button>
          </Form>
          {!self && (
            <Disclosure summary={words.namingNo(name)} open={problems?.values.person === personId}>
              <Form action={place}>
                <input type="hidden" name="person" value={personId} />
                <input type="hidden" name="result" value="rejected" />
                <TextArea
                  language={language}
                  id={at === 0 ? 'naming-words' : `naming-words-${at}`}
                  name="words"
                  label={words.namingWhy}
                  hint={words.namingWhyHint}
                  rows={2}
                  problems={problems?.values.person === personId ? problems : undefined}
                />
                <Button look="secondary">{words.namingNoSend}</Button>
              </Form>
            </Disclosure>
          )}
        </>
      ))}
    </Notice>
  );
}

/** Who stands aside, and how many are left: the minutes say the same. */
function Recused({ language, application, names, work }: AtWork): Html | null {
  const words = handlingText(language);
  const { quorum } = work;
  const rejected = application.namings.filter((naming) => naming.answer?.result === 'rejected');
  if (application.recusals.length + rejected.length === 0 && (!quorum || quorum.free === quorum.all)) return null;
  return (
    <Notice heading={words.recused}>
      {application.recusals.length + rejected.length > 0 && (
        <ul>
          {application.recusals.map(({ personId, reason }) => (
            <li>
              {names.get(personId) ?? ''}: {words.recusedWhy[reason]}
            </li>
          ))}
          {rejected.map(({ personId, answer }) => (
            <li>{words.rejected(names.get(personId) ?? '', answer?.words ?? '')}</li>
          ))}
        </ul>
      )}
      {quorum && (
        <p>
          {words.quorum(quorum.free, quorum.all)} {quorum.free * 2 < quorum.all && <strong>{words.quorumLow}</strong>}
        </p>
      )}
    </Notice>
  );
}
