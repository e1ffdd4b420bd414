import { day } from '../../kernel/day.ts';
import { Button } from '../components/button.tsx';
import { Checkbox, Checkboxes, Radios } from '../forms/choices.tsx';
import { DateField, TimeField } from '../forms/date-field.tsx';
import { ErrorSummary } from '../forms/error-summary.tsx';
import { Fieldset } from '../forms/fieldset.tsx';
import { FileField } from '../forms/file-field.tsx';
import { Form } from '../forms/form.tsx';
import { AmountField, NumberField } from '../forms/number-field.tsx';
import type { FormProblems } from '../forms/problems.ts';
import { SearchBox } from '../forms/search-box.tsx';
import { Select } from '../forms/select.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import { type Examples, exampleIn, LONG_WORD } from './example.ts';

const CATEGORIES = [
  { value: 'boliger', label: 'Boliger' },
  { value: 'groenne', label: 'Det grønne', hint: 'Haver, træer, bier og regnvand' },
  { value: 'beboere', label: 'Beboere', hint: 'Alt det, vi laver sammen' },
];

const REFUSED: FormProblems = {
  values: { idea: 'En fælles "suppe" & brød', amount: '4.50', category: 'beboere', helps: ['boliger'] },
  messages: [
    { field: 'name', message: 'Skriv dit navn, så vi kan svare dig' },
    { field: 'amount', message: 'Skriv beløbet i hele kroner, for eksempel 4.500' },
    { field: 'category', message: 'Vælg det, som idéen mest handler om' },
    { field: 'helps', message: 'Vælg højst to' },
    { field: 'day', message: 'Vælg en dag, der ikke er gået' },
    { field: 'place', message: 'Vælg et sted' },
    { field: 'photo', message: 'Billedet er for stort. Vælg et på under 10 MB' },
    { field: 'agree', message: 'Sæt kryds, hvis vi må ringe' },
    { field: '', message: 'Siden har været åben længe. Send den igen' },
  ],
};

export const formExamples: Examples = (language) => {
  const example = exampleIn('Formularer');
  return [
    example('tom', <WholeForm language={language} prefix="tom" />),
    example(
      'afvist: alle beskeder, og det skrevne er bevaret',
      <WholeForm language={language} prefix="afvist" problems={REFUSED} />,
    ),
    example(
      'langt ord',
      <Form action="/galleri">
        <TextField language={language} name="long" label={LONG_WORD} hint={LONG_WORD} value={LONG_WORD} />
        <Radios
          language={language}
          name="longchoice"
          label={LONG_WORD}
          options={[
            { value: 'a', label: LONG_WORD, hint: LONG_WORD },
            { value: 'b', label: 'Kort' },
          ]}
          value="a"
        />
      </Form>,
    ),
    example('søgning', <SearchBox language={language} action="/galleri" label="Søg i idéer" value="suppe" />),
  ];
};

function WholeForm(props: {
  readonly language: Parameters<Examples>[0];
  readonly prefix: string;
  readonly problems?: FormProblems;
}) {
  const { language, problems, prefix } = props;
  const own = (name: string) => ({ language, name, problems, id: `${prefix}-${name}` });
  const ids = Object.fromEntries((problems?.messages ?? []).map(({ field }) => [field, `${prefix}-${field}`]));
  return (
    <div class="stack">
      <ErrorSummary language={language} problems={problems} ids={ids} />
      <Form action="/galleri" files warnUnsaved={prefix === 'tom'}>
        <TextField {...own('name')} label="Dit navn" autocomplete="name" />
        <TextField
          {...own('mail')}
          label="E-mail"
          type="email"
          autocomplete="email"
          hint="Vi skriver kun om din idé."
          optional
        />
        <TextArea {...own('idea')} label="Hvad er din idé?" hint="Et par linjer er nok." maxlength={400} lix />
        <AmountField {...own('amount')} label="Hvad koster det cirka?" />
        <NumberField {...own('people')} label="Hvor mange kommer?" unit="personer" optional />
        <DateField {...own('day')} label="Hvornår?" min={day('2026-11-22')} />
        <TimeField {...own('time')} label="Klokken" optional />
        <Select
          {...own('place')}
          label="Hvor?"
          options={[
            { value: 'hus', label: 'Fælleshuset' },
            { value: 'gaard', label: 'Gården' },
          ]}
        />
        <Radios {...own('category')} label="Hvad handler det om?" options={CATEGORIES} />
        <Checkboxes
          {...own('helps')}
          label="Hvad vil du hjælpe med?"
          hint="Vælg alt det, du har lyst til."
          options={CATEGORIES}
          optional
        />
        <Fieldset legend="Så kan vi nå dig" hint="Vi giver det ikke videre.">
          <TextField
            {...own('phone')}
            label="Telefon"
            type="tel"
            inputmode="tel"
            autocomplete="tel"
            optional
            size={14}
          />
          <Checkbox {...own('agree')} label="Ja, I må gerne ringe til mig" hint="Mellem kl. 9 og 20." />
        </Fieldset>
        <FileField {...own('photo')} label="Et billede" accept="image/*" optional />
        <p class="actions">
          <Button>Send idéen</Button>
          <Button look="secondary" name="draft" value="1">
            Gem til senere
          </Button>
          <Button look="tertiary" name="forget" value="1">
            Fortryd
          </Button>
        </p>
      </Form>
    </div>
  );
}
