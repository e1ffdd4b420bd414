import { day } from '../../kernel/day.ts';
import { kroner } from '../../kernel/money.ts';
import { DescriptionList } from '../components/description-list.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { type Column, Table } from '../components/table.tsx';
import { StatusTag } from '../components/tag.tsx';
import { Breadcrumb, Pagination, TabsNav } from '../components/wayfinding.tsx';
import { Amount, DateText } from '../components/written.tsx';
import { type Examples, exampleIn, LONG_NAME, LONG_WORD } from './example.ts';

interface Row {
  readonly title: string;
  readonly who: string;
  readonly day: string;
  readonly kroner: number;
}

const ROWS: readonly Row[] = [
  { title: 'Suppeaften i gården', who: 'Ayşe Yıldız', day: '2026-08-03', kroner: 4500 },
  { title: 'Cykelværksted', who: 'Niels Overgaard', day: '2026-09-14', kroner: 12000 },
  { title: LONG_WORD, who: LONG_NAME, day: '2026-10-01', kroner: 800.5 },
];

export const listExamples: Examples = (language) => {
  const example = exampleIn('Lister');
  const columns: readonly Column<Row>[] = [
    {
      heading: 'Initiativ',
      names: true,
      cell: (row) => <a href="/initiativer/1">{row.title}</a>,
      foot: 'I alt',
      sort: { href: '/galleri?orden=titel', now: 'ascending' },
    },
    { heading: 'Hvem', cell: (row) => <bdi>{row.who}</bdi>, foot: '' },
    {
      heading: 'Dato',
      cell: (row) => <DateText day={day(row.day)} language={language} style="short" />,
      foot: '',
      sort: { href: '/galleri?orden=dato', now: 'none' },
    },
    { heading: 'Status', cell: () => <StatusTag state="good">Bevilget</StatusTag>, foot: '' },
    {
      heading: 'Beløb',
      numeric: true,
      cell: (row) => <Amount ore={kroner(row.kroner)} language={language} full />,
      foot: <Amount ore={kroner(17300.5)} language={language} full />,
    },
  ];
  const empty = <EmptyState scene="search" title="Intet passede på din søgning" text="Prøv med færre ord." level={3} />;
  return [
    example('tabel', <Table language={language} caption="Bevilget i 2026" columns={columns} rows={ROWS} />),
    example(
      'tabel, én række',
      <Table language={language} caption="Bevilget i 2025" columns={columns.slice(0, 2)} rows={ROWS.slice(0, 1)} />,
    ),
    example(
      'tabel, tom',
      <Table language={language} caption="Bevilget i 2024" columns={columns} rows={[]} empty={empty} />,
    ),
    example(
      'oplysninger',
      <DescriptionList
        rows={[
          { term: 'Afdeling', content: 'Birkegården' },
          { term: 'Beløb', content: <Amount ore={kroner(4500)} language={language} /> },
          { term: 'Står for det', content: <bdi>{LONG_NAME}</bdi> },
          { term: LONG_WORD, content: LONG_WORD },
          { term: 'Udelades', content: null },
        ]}
      />,
    ),
    example(
      'vejen op',
      <Breadcrumb
        language={language}
        steps={[
          { href: '/', label: 'Forside' },
          { href: '/initiativer', label: 'Initiativer' },
          { href: '/i', label: LONG_WORD },
        ]}
      />,
    ),
    example(
      'faner',
      <TabsNav
        label="Visninger af initiativet"
        tabs={[
          { href: '/a', label: 'Tråden', current: true },
          { href: '/b', label: 'Opgaver', current: false, count: 4 },
          { href: '/c', label: 'Økonomi', current: false },
        ]}
      />,
    ),
    example(
      'sider, midt i',
      <Pagination language={language} page={6} pages={20} href={(page) => `/galleri?side=${page}`} />,
    ),
    example(
      'sider, to',
      <Pagination
        language={language}
        label="Sider med idéer"
        page={1}
        pages={2}
        href={(page) => `/galleri?side=${page}`}
      />,
    ),
  ];
};
