import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { Lacking } from '../rules/gathering-in.ts';
import { gatherText } from '../text/gather.ts';
import { wallText } from '../text/wall.ts';
import { workshopsText } from '../text/workshops.ts';
import {
  checkingPlace,
  gatherPlace,
  photosPlace,
  showClosingPlace,
  tablesPlace,
  wallPlace,
  workshopPlace,
} from '../urls.ts';
import { cameraWords } from './link.tsx';
import { PICTURE_TYPES } from './photos.tsx';

export interface GatherProps {
  readonly language: Language;
  readonly id: string;
  readonly code: string;
  readonly tables: number;
  readonly missing: readonly Lacking[];
  /** Pictures that wait to be read, and those that could not be. */
  readonly waiting: number;
  readonly unread: number;
  /** Sheets that are here and that nobody has confirmed. */
  readonly toConfirm: number;
  /** What people take home and nobody has read yet. */
  readonly takenHome: number;
  readonly problems?: FormProblems | undefined;
}

/**
 * The facilitator's telephone: sheets one after another, and who is missing. Script (`data-sheet-queue`) keeps the pictures
 * while there is no net and sends them when there is; without it the form is sent as any other.
 */
export function GatherPage(props: GatherProps): Html {
  const { language, id, code, problems } = props;
  const words = gatherText(language);
  return (
    <>
      <p class="lead">{words.gatherLead}</p>
      <Form
        action={gatherPlace({ id })}
        files
        id="saml"
        data={{
          ...cameraWords(language),
          'data-sheet-ready': '',
          'data-of': words.gatherOf,
          'data-spare': words.gatherSpare,
        }}
      >
        <ErrorSummary language={language} problems={problems} />
        <FileField
          language={language}
          problems={problems}
          name="photos"
          label={words.gatherTake}
          accept={PICTURE_TYPES}
          camera
          multiple
        />
        <div data-sheet-says aria-live="polite" />
        <p>
          <Button>{words.gatherSend}</Button>
        </p>
      </Form>
      <div
        class="sheet-queue"
        data-sheet-queue="saml"
        data-waits={words.queueWaits}
        data-sending={words.queueSending}
        data-kept={words.queueKept}
        data-empty={words.queueEmpty}
        data-refused={words.queueRefused}
        data-out={words.queueOut}
        role="status"
      />
      <p role="status" data-sheet-offline hidden>
        {words.gatherOffline}
      </p>
      <Missing {...props} />
      <p class="actions">
        <LinkButton href={wallPlace({ code })} look="secondary">
          {wallText(language).open}
        </LinkButton>
      </p>
      <Form action={showClosingPlace({ id })}>
        <p>
          <Button look="secondary">{words.showClosing}</Button>
        </p>
      </Form>
    </>
  );
}

/** What script takes away from the list: sheets that are on the telephone and wait for the net. */
function missingWords(language: Language, missing: readonly Lacking[]): Readonly<Record<`data-${string}`, string>> {
  const words = gatherText(language);
  return {
    'data-lacking': JSON.stringify(missing),
    'data-table': words.tableMissing('{table}'),
    'data-theme': words.sheetsMissing('{table}', 1),
    'data-themes': words.sheetsMissing('{table}', '{themes}'),
    'data-none': words.allOnPhone,
  };
}

function Missing({ language, id, tables, missing, waiting, unread, toConfirm, takenHome }: GatherProps): Html {
  const words = gatherText(language);
  return (
    <section class="stack" data-live={`workshop:${id}`} id="mangler">
      <Heading level={2}>{words.missingTitle}</Heading>
      {tables === 0 && (
        <p>
          {words.noTables} <a href={tablesPlace({ id })}>{workshopsText(language).addTable}</a>
        </p>
      )}
      {tables > 0 && <p>{words.read(tables - missing.length, tables)}</p>}
      {tables > 0 && missing.length === 0 && (
        <Notice kind="success">
          <p>{words.allHere}</p>
        </Notice>
      )}
      {missing.length > 0 && (
        <ul class="missing-tables" {...missingWords(language, missing)}>
          {missing.map(({ number, left, all }) => (
            <li>{all ? words.tableMissing(number) : words.sheetsMissing(number, left.length)}</li>
          ))}
        </ul>
      )}
      {waiting > 0 && <p>{words.waitsToBeRead(waiting)}</p>}
      {unread > 0 && (
        <Notice kind="warning">
          <p>
            <a href={photosPlace({ id })}>{words.unread(unread)}</a>
          </p>
        </Notice>
      )}
      {toConfirm > 0 && (
        <p>
          {words.toConfirm(toConfirm)} <a href={checkingPlace({ id })}>{words.confirmNow}</a>
        </p>
      )}
      {takenHome > 0 && (
        <p>
          <a href={`${workshopPlace({ id })}#tager-med-hjem`}>{words.takenHome(takenHome)}</a>
        </p>
      )}
    </section>
  );
}
