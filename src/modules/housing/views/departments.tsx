import type { Html } from '#jsx/jsx-runtime';
import { formatDay, formatPhone } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { LinkButton } from '../../../ui/components/button.tsx';
import { Card, CardGrid } from '../../../ui/components/card.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { StatusTag, Tag } from '../../../ui/components/tag.tsx';
import type { Board, Consultant, Department } from '../rules.ts';
import { actingBoardOf, vacancies } from '../rules.ts';
import { housesText } from '../text/houses.ts';
import { text } from '../text/names.ts';
import { boardPlace, departmentPlace, editDepartmentPlace, newDepartmentPlace } from '../urls.ts';

/** A department and what can be counted about it without naming anybody. */
export interface DepartmentSummary extends Department {
  readonly tenancies: number;
  readonly boardMembers: number;
  readonly chair: string | null;
  /** Null when nobody counts them. */
  readonly initiatives: number | null;
}

export function DepartmentsPage(props: {
  readonly language: Language;
  readonly departments: readonly DepartmentSummary[];
  /** Where the import begins, for those who may. */
  readonly importHref: string | null;
  readonly mayEdit: boolean;
}): Html {
  const words = housesText(props.language);
  if (props.departments.length === 0) {
    return (
      <>
        <EmptyState
          title={words.noDepartments}
          text={props.mayEdit ? words.noDepartmentsText : words.noDepartmentsVisitor}
          {...(props.importHref ? { action: { href: props.importHref, label: words.import } } : {})}
        />
        {props.mayEdit && <Tools {...props} />}
      </>
    );
  }
  return (
    <>
      <p>{words.departmentsIntro}</p>
      <CardGrid>
        {props.departments.map((department) => (
          <DepartmentCard language={props.language} department={department} />
        ))}
      </CardGrid>
      {props.mayEdit && <Tools {...props} />}
    </>
  );
}

function Tools(props: { readonly language: Language; readonly importHref: string | null }): Html {
  const words = housesText(props.language);
  return (
    <div class="actions">
      <LinkButton href={newDepartmentPlace({})} look="secondary">
        {words.newDepartment}
      </LinkButton>
      {props.importHref && (
        <LinkButton href={props.importHref} look="secondary">
          {words.import}
        </LinkButton>
      )}
    </div>
  );
}

function DepartmentCard(props: { readonly language: Language; readonly department: DepartmentSummary }): Html {
  const { department } = props;
  const words = housesText(props.language);
  const ownBoard = actingBoardOf(department, department.boardMembers) === 'department';
  return (
    <Card as="article">
      <Heading level={2}>
        <a class="whole-card" href={departmentPlace({ id: department.id })}>
          {department.name}
        </a>
      </Heading>
      <p class="quiet">{words.number(department.number)}</p>
      <p class="tags">
        <Tag icon="house">{words.homes(department.tenancies)}</Tag>
        {department.initiatives !== null && (
          <Tag icon="leaf" colour="accent">
            {words.initiatives(department.initiatives)}
          </Tag>
        )}
      </p>
      <p>
        {ownBoard
          ? department.chair
            ? words.chair(department.chair)
            : words.members(department.boardMembers)
          : words.organisationActs}
      </p>
    </Card>
  );
}

export interface Inside {
  readonly stairwells: readonly { readonly name: string; readonly tenancies: number }[];
  readonly homes: number;
  /** Null when so few that it would tell about single homes. */
  readonly homesWithAccount: number | null;
}

export function DepartmentPage(props: {
  readonly language: Language;
  readonly department: Department;
  readonly homes: number;
  readonly board: Board;
  readonly consultants: readonly Consultant[];
  /** Where the rest of them are; null when these are all. */
  readonly allConsultants?: string | null;
  /** Null for those outside. */
  readonly inside: Inside | null;
  readonly mayEdit: boolean;
  /** What other modules show here: the department's initiatives. */
  readonly also?: Html | null;
}): Html {
  const { language, department } = props;
  const words = housesText(language);
  return (
    <>
      <p class="tags">
        <Tag>{words.number(department.number)}</Tag>
        <Tag icon="house">{words.homes(props.homes)}</Tag>
      </p>
      <DescriptionList
        rows={[
          { term: words.municipality, content: department.municipality },
          { term: words.startedOn, content: department.startedOn && formatDay(department.startedOn, language) },
        ]}
      />
      {props.also}
      <section>
        <Heading level={2}>{words.board}</Heading>
        <BoardList language={language} board={props.board} hasBoard={department.hasBoard} />
        {props.mayEdit && (
          <div class="actions">
            <LinkButton href={boardPlace({ id: department.id })} look="secondary">
              {words.constitute}
            </LinkButton>
            <LinkButton href={editDepartmentPlace({ id: department.id })} look="tertiary">
              {words.editDepartment}
            </LinkButton>
          </div>
        )}
      </section>
      <Consultants {...props} />
      {props.inside && <InsideSection language={language} inside={props.inside} />}
    </>
  );
}

/** Members by display name; nobody's address or telephone. */
function BoardList(props: { readonly language: Language; readonly board: Board; readonly hasBoard: boolean }): Html {
  const { board } = props;
  const words = housesText(props.language);
  if (actingBoardOf({ hasBoard: props.hasBoard }, board.members.length) === 'organisation') {
    return <p>{words.organisationActsText}</p>;
  }
  const free = vacancies(board);
  return (
    <>
      <ul>
        {board.members.map((member) => (
          <li>
            <strong>{member.protected ? text(props.language).aResident : member.name}</strong>
            {member.office !== 'member' && `, ${text(props.language).offices[member.office]}`}
          </li>
        ))}
      </ul>
      {free > 0 && (
        <p>
          <StatusTag state="waiting">{words.vacancies(free)}</StatusTag>
        </p>
      )}
    </>
  );
}

function Consultants(props: Parameters<typeof DepartmentPage>[0]): Html {
  const words = housesText(props.language);
  return (
    <section id="konsulenter">
      <Heading level={2}>{words.consultant(props.consultants.length)}</Heading>
      {props.consultants.length === 0 ? (
        <p>{words.noConsultant}</p>
      ) : (
        <>
          <p>{words.consultantText}</p>
          <ul>
            {props.consultants.map(({ name, email, phone }) => (
              <li>
                <strong>{name}</strong>
                {phone && (
                  <>
                    {' '}
                    <a href={`tel:${phone}`}>{formatPhone(phone)}</a>
                  </>
                )}
                {email && (
                  <>
                    {' '}
                    <a href={`mailto:${email}`}>{email}</a>
                  </>
                )}
              </li>
            ))}
          </ul>
          {props.allConsultants && (
            <p>
              <a href={`${props.allConsultants}#konsulenter`}>{words.allConsultants}</a>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function InsideSection(props: { readonly language: Language; readonly inside: Inside }): Html {
  const { inside, language } = props;
  const words = housesText(language);
  return (
    <section>
      <Heading level={2}>{words.inside}</Heading>
      <DescriptionList
        rows={[
          { term: words.homesHeading, content: inside.homes },
          { term: words.withAccount, content: inside.homesWithAccount },
        ]}
      />
      <Table
        language={language}
        caption={words.stairwells}
        columns={[
          { heading: words.stairwell, cell: (row) => row.name, names: true, foot: words.total },
          { heading: words.homesHeading, cell: (row) => row.tenancies, numeric: true, foot: inside.homes },
        ]}
        rows={inside.stairwells}
        empty={<EmptyState level={3} title={words.noStairwells} text={words.noStairwellsText} />}
      />
    </section>
  );
}
