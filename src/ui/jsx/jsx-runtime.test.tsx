import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { attribute } from './attributes.ts';
import {
  type Child,
  FORM_TOKEN_FIELD,
  Fragment,
  fillIn,
  type Html,
  JsonLd,
  jsx,
  rawHtmlWeWroteOurselves,
} from './jsx-runtime.ts';

const KNOWN = { base: '/lyngbakken', formToken: 'token' };
// The characters that break out of HTML, and those that mark what is filled in later.
const nasty = fc.string({
  unit: fc.oneof(
    fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '`', ' ', '\n', '\t', '\0', '\x91', '\x92', 'æ', '—', '😀'),
    fc.constantFrom('<script>', '</p>', 'javascript:', '&lt;', '-->', 'onload=', '\u2028'),
    fc.string({ unit: 'grapheme', maxLength: 3 }),
  ),
});

/** What a browser reads back: the opposite of escaping, written on its own. */
function unescaped(text: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => names[name] as string);
}

const withoutMarks = (text: string) => text.replace(/[\x91\x92]/g, '');
const write = (html: Html) => fillIn(html, KNOWN);

test('no text between tags ever becomes markup, and every character of it arrives', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const inside = write(<p>{text}</p>).slice(3, -4);
      assert.doesNotMatch(inside, /[<>"']/);
      assert.equal(unescaped(inside), withoutMarks(text));
    }),
  );
});

test('no attribute value ever ends its attribute', () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const match = /^<p title="([^"]*)"><\/p>$/.exec(write(<p title={text} />));
      assert.ok(match);
      assert.equal(unescaped(match[1] as string), withoutMarks(text));
    }),
  );
});

test('texts nested in lists and fragments are escaped like all others', () => {
  const nested = fc.letrec<{ child: Child }>((tie) => ({
    child: fc.oneof(
      { maxDepth: 4 },
      nasty,
      fc.integer(),
      fc.constantFrom(null, undefined, true, false),
      fc.array(tie('child'), { maxLength: 4 }),
    ),
  })).child;
  fc.assert(
    fc.property(nested, (child) => {
      const page = write(<div>{jsx(Fragment, { children: child })}</div>);
      assert.doesNotMatch(page.slice(5, -6), /[<>"'\x91\x92]/);
    }),
  );
});

test('no address can run script or leave the site in disguise', () => {
  const scheme = fc.constantFrom('javascript', 'JaVaScRiPt', 'vbscript', 'data', 'blob', 'file', 'view-source');
  const gap = fc.string({ unit: fc.constantFrom('\t', '\n', '\r'), maxLength: 3 });
  const lead = fc.string({
    unit: fc.constantFrom('\0', '\x01', '\x1f', ' ', '\t', '\n', '\x91', '\x92'),
    maxLength: 4,
  });
  fc.assert(
    fc.property(lead, scheme, gap, nasty, fc.nat(9), (before, name, between, rest, at) => {
      const cut = Math.min(at, name.length);
      const url = `${before}${name.slice(0, cut)}${between}${name.slice(cut)}:${rest}`;
      for (const where of ['href', 'action', 'formaction', 'src', 'poster', 'xlink:href']) {
        assert.equal(attribute('a', where, url), '', JSON.stringify(url));
      }
    }),
  );
  for (const url of [
    '//evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    ' //evil.example',
    '\x91//evil.example',
  ]) {
    assert.equal(attribute('a', 'href', url), '', url);
  }
});

test('whatever an address is, the browser reads it as one of ours or as one of the few kinds we let out', () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.webUrl()), (text) => {
      const match = / href="([^"]*)"/.exec(write(<a href={text}>x</a>));
      if (!match) return;
      const read = URL.parse(unescaped(match[1] as string), 'https://lyngbakken.example/her');
      assert.ok(read === null || /^(https?|mailto|tel|sms|webcals?):$/.test(read.protocol), text);
    }),
  );
});

test('own addresses get the tenant’s base, others do not', () => {
  const page = write(
    <form action="/ide">
      <a href="/">a</a>
      <a href="#felt">b</a>
      <a href="https://example.org/x?a=1&b=2">c</a>
      <a href="?side=2">d</a>
      <a href="mailto:post@example.org">e</a>
      <img src="/b.png" srcset="/b.png 1x, /c.png 2x" alt="" />
    </form>,
  );
  for (const part of [
    'action="/lyngbakken/ide"',
    'href="/lyngbakken/"',
    'href="#felt"',
    'href="https://example.org/x?a=1&amp;b=2"',
    'href="?side=2"',
    'href="mailto:post@example.org"',
    'src="/lyngbakken/b.png"',
    'srcset="/lyngbakken/b.png 1x, /lyngbakken/c.png 2x"',
  ]) {
    assert.ok(page.includes(part), part);
  }
});

test('a person cannot type the form token’s place, not even through our own raw HTML or JSON', () => {
  const mark = '\x92\x91';
  const page = write(
    <div title={mark} data-x={mark}>
      {mark}
      <a href={`${mark}/x`}>x</a>
      {rawHtmlWeWroteOurselves(mark)}
      <JsonLd data={{ name: mark }} />
    </div>,
  );
  assert.ok(!page.includes('token'), page);
  assert.equal(write(FORM_TOKEN_FIELD), '<input type="hidden" name="_csrf" value="token">');
});

test('data for machines cannot close its script element', () => {
  const page = write(<JsonLd data={{ name: '</script><script>alert(1)</script>' }} />);
  assert.equal(page.match(/<\/script>/g)?.length, 1);
});

test('an object that looks like finished HTML is not', () => {
  const forged = { text: '<script>', safe: true } as unknown as Html;
  assert.equal(write(<p>{forged}</p>), '<p></p>');
});

test('attributes follow HTML: true is a bare name, false, null and undefined are nothing, aria wants the word', () => {
  assert.equal(write(<input required disabled={false} value={undefined} />), '<input required>');
  assert.equal(write(<p aria-hidden aria-busy={false} hidden />), '<p aria-hidden="true" hidden></p>');
  assert.equal(write(<td colspan={2}>{0}</td>), '<td colspan="2">0</td>');
  assert.equal(write(<p>{[null, undefined, true, false, '', 7n]}</p>), '<p>7</p>');
});

test('handlers, inline styles and impossible names are refused, also when spread', () => {
  for (const name of ['onclick', 'ONLOAD', 'style', 'srcdoc', 'a b', 'x"', 'x>', '', '1a', 'data-x=y']) {
    assert.throws(() => jsx('p', { [name]: 'x' }), /use a class or a script file/, name);
  }
});

test('empty elements have no end, others always do', () => {
  assert.equal(write(<br />), '<br>');
  assert.equal(write(<script src="/a.js" />), '<script src="/lyngbakken/a.js"></script>');
});
