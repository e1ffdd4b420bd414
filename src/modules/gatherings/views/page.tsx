import type { Html } from '#jsx/jsx-runtime';
import { dayOf } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Tag } from '../../../ui/components/tag.tsx';
import { DateText, Lines, Words } from '../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { sharePlace } from '../../sharing/public.ts';
import { type Gathering, guestsUntil, MOST_WORDS, type Note, type Paper, type Stage } from '../rules.ts';
import { gatheringsText } from '../text/gatherings.ts';
import {
  editGatheringPlace,
  guestsPlace,
  myNamePlace,
  notePlace,
  paperPlace,
  papersPlace,
  removeNotePlace,
  removePaperPlace,
} from '../urls.ts';
import { Days, StageTag } from './list.tsx';

/** Somebody who takes part, as this reader may see them. */
export interface Taking {
  readonly name: string;
  readonly part: string;
  readonly from: string;
}

export interface GatheringProps {
  readonly language: Language;
  readonly house: string;
  readonly gathering: Gathering;
  readonly stage: Stage;
  readonly may: { readonly host: boolean; readonly write: boolean; readonly addPapers: boolean };
  /** The reader's own answer about their name; undefined for those who are not invited. */
  readonly named: boolean | null | undefined;
  /** Who to ask: the one who opened it. */
  readonly contact: string | null;
  readonly organisations: readonly string[];
  readonly people: readonly Taking[];
  readonly papers: readonly Paper[];
  readonly notes: readonly (Note & { readonly author: string; readonly mine: boolean })[];
  readonly problems?: FormProblems | undefined;
}

/** What everybody who takes part sees: what it is, the programme, the papers, and what they write to each other. */
export function GatheringPage(props: GatheringProps): Html {
  const { language, gathering, may } = props;
  const words = gatheringsText(language);
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      <p class="tags">
        <Tag>{words.kinds[gathering.kind]}</Tag>
        <StageTag language={language} stage={props.stage} />
      </p>
      {props.named === null && <NameQuestion {...props} />}
      {may.host && (
        <p class="actions">
          <LinkButton href={guestsPlace({ id: gathering.id })}>{words.guests}</LinkButton>
          <LinkButton href={editGatheringPlace({ id: gathering.id })} look="secondary">
            {words.edit}
          </LinkButton>
        </p>
      )}
      <Facts {...props} />
      <Written title={words.about} text={gathering.about} />
      <Written title={words.programme} text={gathering.programme} />
      <Papers {...props} />
      <Notes {...props} />
      <People {...props} />
    </>
  );
}

function NameQuestion(props: GatheringProps): Html {
  const words = gatheringsText(props.language);
  return (
    <Notice heading={words.nameAsk}>
      <p>{words.nameWhy(props.house)}</p>
      <NameChoice {...props} />
    </Notice>
  );
}

function NameChoice({ language, gathering, named }: GatheringProps): Html {
  const words = gatheringsText(language);
  return (
    <Form action={myNamePlace({ id: gathering.id })} class="actions">
      {named !== true && (
        <Button look="secondary" name="svar" value="ja">
          {words.nameYes}
        </Button>
      )}
      {named !== false && (
        <Button look="secondary" name="svar" value="nej">
          {words.nameNo}
        </Button>
      )}
    </Form>
  );
}

function Facts(props: GatheringProps): Html {
  const { language, gathering } = props;
  const words = gatheringsText(language);
  return (
    <DescriptionList
      rows={[
        { term: words.when, content: <Days language={language} gathering={gathering} /> },
        { term: words.where, content: gathering.place && <Words>{gathering.place}</Words> },
        { term: words.host, content: <Words>{props.house}</Words> },
        { term: words.contact, content: props.contact && <Words>{props.contact}</Words> },
        { term: words.who, content: props.organisations.length > 0 && <Words>{props.organisations.join(', ')}</Words> },
        { term: words.guestsUntil, content: <DateText day={guestsUntil(gathering)} language={language} /> },
      ]}
    />
  );
}

function Written(props: { readonly title: string; readonly text: string }): Html | null {
  if (!props.text) return null;
  return (
    <section class="stack">
      <Heading level={2}>{props.title}</Heading>
      <Lines text={props.text} />
    </section>
  );
}

function Papers(props: GatheringProps): Html {
  const { language, gathering, papers, may, problems } = props;
  const words = gatheringsText(language);
  const common = { language, problems };
  return (
    <section class="stack">
      <Heading level={2}>{words.papers}</Heading>
      {papers.length === 0 && <p>{words.noPapers}</p>}
      {papers.length > 0 && (
        <ul>
          {papers.map((paper) => (
            <li>
              <a href={paperPlace({ id: gathering.id, paper: paper.id })}>
                <Words>{paper.title}</Words>
              </a>{' '}
              (<DateText day={dayOf(paper.addedOn)} language={language} style="short" />)
              {may.host && (
                <>
                  {' '}
                  <a
                    href={sharePlace({ source: 'papir', id: paper.id })}
                    aria-label={words.sharePaperNamed(paper.title)}
                  >
                    {words.sharePaper}
                  </a>
                </>
              )}
              {may.host && (
                <Form action={removePaperPlace({ id: gathering.id, paper: paper.id })} class="form-inline">
                  <Button look="tertiary" label={words.removePaperNamed(paper.title)}>
                    {words.removePaper}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {may.addPapers && (
        <Form action={papersPlace({ id: gathering.id })} files>
          <TextField {...common} name="title" label={words.paperTitle} maxlength={120} />
          <FileField {...common} name="file" label={words.paperFile} hint={words.paperHint} />
          <p>
            <Button look="secondary">{words.addPaper}</Button>
          </p>
        </Form>
      )}
    </section>
  );
}

function Notes(props: GatheringProps): Html {
  const { language, gathering, notes, may, problems } = props;
  const words = gatheringsText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.notes}</Heading>
      {may.write && (
        <Form action={notePlace({ id: gathering.id })}>
          <TextArea
            language={language}
            problems={problems}
            name="words"
            label={words.write}
            hint={words.writeHint}
            rows={4}
            maxlength={MOST_WORDS}
          />
          <p>
            <Button look={may.host ? 'secondary' : 'strong'}>{words.send}</Button>
          </p>
        </Form>
      )}
      {notes.length === 0 && <p>{words.noNotes}</p>}
      <ul class="plain-list">
        {notes.map((note) => (
          <li class="stack">
            <p>
              <strong>
                <Words>{note.author}</Words>
              </strong>
              , <DateText day={dayOf(note.at)} language={language} />
            </p>
            <div class="quote">
              <Lines text={note.words} />
            </div>
            {(may.host || note.mine) && (
              <Form action={removeNotePlace({ id: gathering.id, note: note.id })} class="form-inline">
                <Button look="tertiary" label={words.removeNoteBy(note.author)}>
                  {words.removeNote}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function People(props: GatheringProps): Html | null {
  const { language, people, named } = props;
  const words = gatheringsText(language);
  if (people.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.people}</Heading>
      <ul>
        {people.map(({ name, part, from }) => (
          <li>
            <Words>{name}</Words>, {part.toLowerCase()}
            {from && (
              <>
                {' '}
                (<Words>{from}</Words>)
              </>
            )}
          </li>
        ))}
      </ul>
      {named !== null && named !== undefined && (
        <>
          <p>{words.nameNow(named)}</p>
          <NameChoice {...props} />
        </>
      )}
    </section>
  );
}
