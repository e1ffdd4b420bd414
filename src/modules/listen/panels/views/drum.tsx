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
import { type DrawRow, drawnOf } from '../rules/draw.ts';
import { writeLot } from '../rules/people.ts';
import { drawText } from '../text/draw.ts';
import { dicePlace, proofPlace } from '../urls.ts';

export interface DrumProps {
  readonly language: Language;
  readonly panelId: string;
  readonly draw: DrawRow;
  /** Reserves that have been offered a seat. */
  readonly called: readonly { readonly lot: string; readonly place: number }[];
  /** May type what the dice showed. */
  readonly mayThrow: boolean;
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

function Waiting({ language, draw, panelId, mayThrow, problems }: DrumProps): Html {
  const words = drawText(language);
  return (
    <section class="stack">
      <p class="drum-number" aria-hidden="true">
        <span>?</span>
        <span>?</span>
        <span>?</span>
      </p>
      <p>{draw.kind === 'public' ? words.drumHow : words.drumPress}</p>
      {mayThrow && draw.kind === 'public' ? (
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
            <Button>{words.drumDraw}</Button>
          </p>
        </Form>
      ) : (
        <p>{draw.kind === 'public' ? words.drumWaits : words.drumWaitsPress}</p>
      )}
    </section>
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
  const number = String(draw.number ?? 0).padStart(3, '0');
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
