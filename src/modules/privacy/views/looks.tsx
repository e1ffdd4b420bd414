import type { Html } from '#jsx/jsx-runtime';
import { formatMoment } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { LookReason } from '../../../platform/privacy/looks.ts';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { NewerOlder } from '../../../ui/components/wayfinding.tsx';
import { SearchBox } from '../../../ui/forms/search-box.tsx';
import { officeText } from '../text/office.ts';
import { pagesText } from '../text/pages.ts';

/** A look with names, as its reader may see them. */
export interface LookLine {
  readonly at: Date;
  readonly who: string;
  readonly whom: string;
  readonly why: LookReason;
  readonly people: number;
}

interface LooksProps {
  readonly language: Language;
  readonly looks: readonly LookLine[];
  readonly months: number;
  readonly page: number;
  readonly more: boolean;
  readonly pageAt: (page: number) => string;
}

/** Who has seen one's own data. */
export function MyLooksPage(props: LooksProps): Html {
  const words = pagesText(props.language);
  return (
    <>
      <p class="lead">{words.looksText(props.months)}</p>
      <Looks {...props} nobody={<EmptyState title={words.looksNone} text={words.looksNoneText} />} />
    </>
  );
}

/** All looks, for the secretariat; or those by or at people whose name was searched for. */
export function AllLooksPage(props: LooksProps & { readonly action: string; readonly search: string }): Html {
  const { language, action, search } = props;
  const words = pagesText(language);
  return (
    <>
      <p class="lead">{officeText(language).looksIntro(props.months)}</p>
      <SearchBox language={language} action={action} value={search} label={officeText(language).looksSearch} />
      <Looks {...props} whom nobody={<EmptyState title={words.looksNoneFound} text={words.looksNoneFoundText} />} />
    </>
  );
}

function Looks(props: LooksProps & { readonly whom?: boolean; readonly nobody: Html }): Html {
  const { language, looks } = props;
  const words = pagesText(language);
  return (
    <>
      <Table
        language={language}
        caption={words.looks}
        captionHidden
        empty={props.nobody}
        rows={looks}
        columns={[
          {
            heading: words.lookWhen,
            names: true,
            cell: ({ at }) => formatMoment(at, language),
          },
          { heading: words.lookWho, cell: ({ who }) => <bdi>{who}</bdi> },
          ...(props.whom ? [{ heading: words.lookWhom, cell: ({ whom }: LookLine) => <bdi>{whom}</bdi> }] : []),
          {
            heading: words.lookWhy,
            cell: ({ why, people }) =>
              people > 1 ? `${words.whys[why]}, ${words.amongMany(people)}` : words.whys[why],
          },
        ]}
      />
      <NewerOlder language={language} page={props.page} more={props.more} href={props.pageAt} />
    </>
  );
}
