import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillIn, type Html } from '#jsx/jsx-runtime';
import { Checkbox, Checkboxes, Radios } from './choices.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Form } from './form.tsx';
import { AmountField } from './number-field.tsx';
import type { FormProblems } from './problems.ts';
import { Select } from './select.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

const write = (html: Html | null) => (html ? fillIn(html, { base: '', formToken: 'token' }) : '');

const REFUSED: FormProblems = {
  values: { name: 'Åse "Bo" <x>', idea: 'En bænk & en lampe', where: 'b', helps: ['a', 'b'], amount: '4.50' },
  messages: [
    { field: 'name', message: 'Skriv dit efternavn også' },
    { field: 'amount', message: 'Skriv beløbet i hele kroner, for eksempel 4.500' },
    { field: '', message: 'Send formularen igen' },
  ],
};
const OPTIONS = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const own = (name: string) => ({ language: 'da' as const, name, label: name, problems: REFUSED });

test('a refused form keeps what was typed, in every kind of field', () => {
  assert.match(write(<TextField {...own('name')} value="gammelt" />), /value="Åse &quot;Bo&quot; &lt;x&gt;"/);
  assert.match(write(<TextArea {...own('idea')} />), />En bænk &amp; en lampe<\/textarea>/);
  assert.match(write(<AmountField {...own('amount')} />), /value="4\.50"/);
  assert.match(write(<Select {...own('where')} options={OPTIONS} />), /<option value="b" selected>/);
  assert.match(write(<Radios {...own('where')} options={OPTIONS} />), /value="b" checked/);
  assert.equal(write(<Checkboxes {...own('helps')} options={OPTIONS} />).match(/ checked/g)?.length, 2);
});

test('what was emptied or unticked does not come back from what was known before', () => {
  assert.match(write(<TextField {...own('phone')} value="12345678" />), /value=""/);
  assert.doesNotMatch(write(<Checkbox {...own('agree')} checked />), / checked/);
  assert.doesNotMatch(write(<Radios {...own('other')} options={OPTIONS} value="a" />), / checked/);
});

test('each message stands at its field and is tied to it', () => {
  const field = write(<TextField {...own('name')} hint="Som på postkassen" />);
  assert.match(field, /aria-describedby="name-hint name-error" aria-invalid="true"/);
  assert.match(field, /id="name-hint"[^>]*>Som på postkassen/);
  assert.match(field, /id="name-error"[^>]*><p class="ds-validation-message">Skriv dit efternavn også/);
});

test('the summary counts all messages, links to their fields, and says what belongs to none', () => {
  const summary = write(<ErrorSummary language="da" problems={REFUSED} />);
  assert.match(summary, /Der er 3 ting at rette/);
  assert.match(summary, /<a href="#name">Skriv dit efternavn også<\/a>/);
  assert.match(summary, /<li>Send formularen igen<\/li>/);
  assert.match(summary, /tabindex="-1" autofocus/);
  assert.equal(write(<ErrorSummary language="da" problems={undefined} />), '');
});

test('the first of several choices is where the summary leads', () => {
  assert.match(write(<Radios {...own('where')} options={OPTIONS} />), /type="radio" id="where"/);
  assert.match(write(<Checkboxes {...own('helps')} options={OPTIONS} />), /type="checkbox" id="helps"/);
});

test('a form that changes something carries the token, a search does not', () => {
  assert.match(
    write(<Form action="/ide">x</Form>),
    /method="post"[^>]*><input type="hidden" name="_csrf" value="token">x/,
  );
  assert.doesNotMatch(write(<Form action="/soeg" method="get" />), /token|_csrf/);
});
