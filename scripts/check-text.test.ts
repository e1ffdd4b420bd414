import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeMarks, judgeWords, markedKeys, missingKeys, unusedKeys } from './check-text.ts';
import { parse } from './source.ts';

function words(text: string, path = 'src/modules/fund/views.tsx'): string[] {
  return judgeWords([parse(path, text)]).map(({ message, line }) => `${line} ${message.split(':')[0]}`);
}

describe('words for people', () => {
  test('are found between tags', () => {
    assert.deepEqual(words('const a = (\n  <p class="x">Velkommen til</p>\n);'), ['2 "Velkommen til"']);
    assert.deepEqual(words('const a = <b>Du har {count}</b>;'), ['1 "Du har"']);
    assert.deepEqual(words('const a = <b>{count} svar</b>;'), ['1 "svar"']);
  });

  test('are found in attributes that people read or hear', () => {
    assert.deepEqual(words('const a = <input aria-label="Dit navn" type="text" name="navn" />;'), ['1 "Dit navn"']);
    assert.deepEqual(words("const a = <Field label={'Your name'} />;"), ['1 "Your name"']);
  });

  test('are found in routes and commands by their Danish letters', () => {
    assert.deepEqual(words("return visit.redirect(to, 'Tak for idéen på mødet');", 'src/modules/fund/routes.tsx'), [
      '1 "Tak for idéen på mødet"',
    ]);
  });

  test('may stand in text.ts, letters, examples, the demo and tests', () => {
    for (const file of ['text.ts', 'letters.ts', 'gallery.tsx', 'seed.ts', 'fund.test.ts']) {
      assert.deepEqual(words("export const a = 'Ansøg på ny';", `src/modules/fund/${file}`), [], file);
    }
  });

  test('are not seen in code, comments, types, classes and paths', () => {
    const code = [
      '// Ansøgning: <p>ord</p>',
      'const list = rows.map((row): Row => row.count > 0 && row.name < other ? <Row key={row.id} row={row} /> : null);',
      'const wide = useful<Map<string, Row>>(rows);',
      'export const view = (text: Text) => <p class="card" title={text.title}>{text.body}</p>;',
      "const to = path('/pulje/ansoegninger');",
      'return <>{a > b ? <br /> : null}</>;',
      'const columns = [{ cell: (one) => <Amount ore={one.amount} />,\n  foot: <Amount ore={sum} />,\n}];',
      'function first(facts: Parameters<typeof amountsOf>[0],\n): Ore {}',
      'function answer(): Promise<Response> | Response {}',
      'return <div>{props.a ? (<b>{a}</b>) : (props.href && (<a href={props.href}>{a}</a>))}</div>;',
    ];
    assert.deepEqual(words(code.join('\n')), []);
  });
});

describe('a language', () => {
  test('that lacks keys is told which, also deep ones', () => {
    const danish = { title: 'Pulje', form: { send: 'Send', hint: 'Skriv' }, count: (n: number) => `${n}` };
    assert.deepEqual(missingKeys(danish, { title: 'Fund', form: { send: '' } }), ['form.send', 'form.hint', 'count']);
    assert.deepEqual(missingKeys(danish, danish), []);
  });
});

test('a key that nobody reads is found, and one that is picked by a value is not', () => {
  const danish = { title: 'Pulje', gone: 'Borte', paidCame: 'Betalt', within: 'Her', states: { new: 'Ny' } };
  const own = parse(
    'src/modules/fund/text.ts',
    '{ da: { gone: 1, within: 1 }, en: { gone: 1, within: 1 } }; const { within } = fundText(language);',
  );
  const reader = parse('src/modules/fund/views.tsx', 'const a = [words.title, words[`${what}Came`]]; // gone');
  assert.deepEqual(unusedKeys(danish, own, [reader]), ['gone']);
});

describe('English quotation marks', () => {
  const marks = (text: string, path: string) => judgeMarks(parse(path, text)).map(({ line }) => line);

  test('are found in Danish texts, also in what a function puts together', () => {
    const danish = { hint: '”Suppe”', form: { about: (title: string) => `Om “${title}”`, open: 'Åbn “siden”' } };
    assert.deepEqual(markedKeys(danish), ['form.about', 'form.open']);
  });

  test('are found where the language is not known, and beside English only in the Danish', () => {
    assert.deepEqual(marks('\nconst text = `“${words}”`;', 'src/modules/fund/letters/slip.ts'), [2]);
    assert.deepEqual(marks("// “Suppe”\nconst a = '”Suppe”';", 'src/modules/fund/letters.ts'), []);
    const figures = "const a = {\n  da: 'Siger “ja”.',\n  en: 'Says “yes”.',\n};";
    assert.deepEqual(marks(figures, 'src/modules/fund/figures.ts'), [2]);
  });
});
