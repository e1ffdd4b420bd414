import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { UNDECIDED } from '../rules/status.ts';
import { handlingText } from '../text/handling.ts';
import { applicationPlace, asidePlace } from '../urls.ts';
import type { AtWork } from './case-work.tsx';

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
      {open && work.ownTie && may.standAside && (
        <Notice kind="warning">
          <p>{words.ownTie[work.ownTie]}</p>
          <AsideButton {...props} personId={null} reason={work.ownTie} />
        </Notice>
      )}
      {open && work.ties.length > 0 && (
        <Notice kind="warning" heading={words.ties}>
          {work.ties.map((tie) => (
            <>
              <p>{words.tieReasons[tie.why](tie.name)}</p>
              <AsideButton {...props} personId={tie.personId} reason={tie.why} name={tie.name} />
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

/** Who stands aside, and how many are left: the minutes say the same. */
function Recused({ language, application, names, work }: AtWork): Html | null {
  const words = handlingText(language);
  const { quorum } = work;
  if (application.recusals.length === 0 && (!quorum || quorum.free === quorum.all)) return null;
  return (
    <Notice heading={words.recused}>
      <ul>
        {application.recusals.map(({ personId, reason }) => (
          <li>
            {names.get(personId) ?? ''}: {words.recusedWhy[reason]}
          </li>
        ))}
      </ul>
      {quorum && (
        <p>
          {words.quorum(quorum.free, quorum.all)} {quorum.free * 2 < quorum.all && <strong>{words.quorumLow}</strong>}
        </p>
      )}
    </Notice>
  );
}
