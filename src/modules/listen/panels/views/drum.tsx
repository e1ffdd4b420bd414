import type { Html } from '#jsx/jsx-runtime';
import { sha256 } from '../../../../engines/sortition/proof.ts';
import { formatMoment } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { type DrawRow, drawnOf, lastThrows } from '../rules/draw.ts';
import { writeLot } from '../rules/people.ts';
import { drawText } from '../text/draw.ts';
import { dicePlace, proofPlace } from '../urls.ts';

export interface DrumProps {
  readonly language: Language;
  readonly panelId: string;
  readonly draw: DrawRow;
  /** Reserves that have been offered a seat. */
  readonly called: readonly { readonly lot: string; readonly place: number }[];
  /** Who reads, where they may type what the dice showed. */
  readonly thrower: string | null;
  /** How many may. */
  readonly selectors: number;
  readonly problems?: FormProblems | undefined;
}

/** For the big screen, and for everybody at home: what was fixed beforehand, the number, and the lots. */
export function DrumPage(props: DrumProps): Html {
  const { language, draw, panelId, problems } = props;
  const words = drawText(language);
  return (
    <div class="drum stack" id="tromle" data-live={`panel:${panelId}`}>
      <ErrorSummary language={language} problems={problems} />
      <p class="lead">{words.drumLead(draw.pool.length, draw.seats)}</p>
      <p>{words.drumHash}</p>
      <p>
        <code class="hash hash-large">{draw.listHash}</code>
      </p>
      {draw.endedAt && draw.state !== 'stopped' && (
        <p class="quiet">{words.fixedAt(formatMoment(draw.endedAt, language))}</p>
      )}
      {draw.number !== null ? (
        <Shown {...props} />
      ) : draw.state === 'stopped' ? (
        <GivenUp {...props} />
      ) : (
        <Waiting {...props} />
      )}
      {draw.reserveKey && <Reserves {...props} reserveKey={draw.reserveKey} />}
      <section class="stack">
        <p>{words.proofText}</p>
        <p>
          <LinkButton href={proofPlace({ id: panelId, draw: draw.id })} look="secondary" download>
            {words.proof}
          </LinkButton>
        </p>
      </section>
    </div>
  );
}

function Waiting(props: DrumProps): Html {
  const { language, draw, thrower, selectors } = props;
  const words = drawText(language);
  const typed = draw.throws.at(-1);
  const digits = typed ? threeDigits(typed.number) : '???';
  return (
    <section class="stack">
      <p class="drum-number" aria-hidden="true">
        {[...digits].map((digit) => (
          <span>{digit}</span>
        ))}
      </p>
      {draw.kind === 'public' ? (
        <>
          <p>{words.drumHow}</p>
          <p>{words.drumTwo}</p>
          {thrower && selectors < 2 && (
            <Notice kind="warning">
              <p>{words.needsTwo}</p>
            </Notice>
          )}
          <Typed language={language} draw={draw} />
          {thrower && <Dice {...props} thrower={thrower} />}
        </>
      ) : (
        <>
          <p>{words.drumPress}</p>
          <p>{words.drumWaitsPress}</p>
        </>
      )}
    </section>
  );
}

function threeDigits(number: number): string {
  return String(number).padStart(3, '0');
}

/** What has been read off the dice so far, for everybody. */
function Typed({ language, draw }: Pick<DrumProps, 'language' | 'draw'>): Html {
  const words = drawText(language);
  const numbers = [...new Set(lastThrows(draw.throws).map(({ number }) => threeDigits(number)))];
  const [only] = numbers;
  if (only === undefined) return <p>{words.drumWaits}</p>;
  return <p class="lead">{numbers.length === 1 ? words.oneTyped(only) : words.typedApart(numbers.join(', '))}</p>;
}

/** The first types what the dice showed; the second says whether it is so, or types something else. */
function Dice(props: DrumProps & { readonly thrower: string }): Html {
  const { language, draw, panelId, thrower, problems } = props;
  const words = drawText(language);
  const last = lastThrows(draw.throws);
  const mine = last.find(({ personId }) => personId === thrower);
  const others = [...new Set(last.filter((one) => one !== mine).map(({ number }) => threeDigits(number)))];
  return (
    <>
      {others.map((number) => (
        <Form action={dicePlace({ id: panelId, draw: draw.id })}>
          <input type="hidden" name="dice" value={number} />
          <Button>{words.confirm(number)}</Button>
        </Form>
      ))}
      {mine && <p>{words.youTyped(threeDigits(mine.number))}</p>}
      {last.length === 0 ? (
        <DiceForm {...props} />
      ) : (
        <Disclosure summary={mine ? words.mistyped : words.otherwise} open={problems !== undefined}>
          <DiceForm {...props} />
        </Disclosure>
      )}
    </>
  );
}

function DiceForm({ language, draw, panelId, problems }: DrumProps): Html {
  const words = drawText(language);
  return (
    <Form action={dicePlace({ id: panelId, draw: draw.id })}>
      <TextField
        language={language}
        problems={problems}
        name="dice"
        label={words.drumDice}
        hint={words.drumDiceHint}
        inputmode="numeric"
        autocomplete="off"
        size={6}
      />
      <p>
        <Button look={draw.throws.length === 0 ? 'strong' : 'secondary'}>{words.drumDraw}</Button>
      </p>
    </Form>
  );
}

function GivenUp({ language, draw }: DrumProps): Html {
  const words = drawText(language);
  return (
    <Notice kind="warning">
      <p>{words.givenUp(draw.endedAt ? formatMoment(draw.endedAt, language) : '')}</p>
    </Notice>
  );
}

function Shown({ language, draw }: DrumProps): Html {
  const words = drawText(language);
  const number = threeDigits(draw.number ?? 0);
  return (
    <section class="stack">
      <p class="drum-number">
        <span class="only-heard">
          {words.drumNumber} {number}
        </span>
        {[...number].map((digit) => (
          <span aria-hidden="true">{digit}</span>
        ))}
      </p>
      <Heading level={2}>{words.drumLots}</Heading>
      <p>{words.drumYours}</p>
      <ul class="lots">
        {drawnOf(draw).map(({ lot }) => (
          <li>
            <code class="lot">{writeLot(lot)}</code>
          </li>
        ))}
      </ul>
      {draw.drawnAt && <p class="quiet">{words.drawnAt(formatMoment(draw.drawnAt, language))}</p>}
      {draw.throws.length > 0 && (
        <Disclosure summary={words.numberHow}>
          <p>{words.diceAgreed}</p>
          <ul>
            {draw.throws.map(({ number, at }) => (
              <li>
                <strong>{threeDigits(number)}</strong> {formatMoment(at, language)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {draw.presses.length > 0 && (
        <Disclosure summary={words.numberHow}>
          <p>{words.numberHowText}</p>
          <ul>
            {draw.presses.map(({ nonce, at }) => (
              <li>
                <code class="hash">{nonce}</code> {formatMoment(at, language)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </section>
  );
}

/** Who takes over is decided already, and nobody sees it before it is needed. */
function Reserves({ language, called, reserveKey }: DrumProps & { readonly reserveKey: string }): Html {
  const words = drawText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.reserves}</Heading>
      <p>{words.reservesText}</p>
      <p>
        <code class="hash">{sha256(reserveKey)}</code>
      </p>
      {called.length > 0 && (
        <ul class="lots">
          {called.map(({ lot, place }) => (
            <li>
              {words.reservePlace(place)} <code class="lot">{writeLot(lot)}</code>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
