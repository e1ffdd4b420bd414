import type { Child, Html } from '#jsx/jsx-runtime';
import { defineText, type Language } from '../../kernel/language.ts';
import { Icon } from './icon.tsx';

const words = defineText({
  da: { done: 'Klaret: ', now: 'Her er vi: ', next: 'Kommer: ' },
  en: { done: 'Done: ', now: 'We are here: ', next: 'To come: ' },
});

export interface Step {
  readonly label: Child;
  readonly state: 'done' | 'now' | 'next';
  readonly href?: string;
  readonly note?: Child;
}

/** The way something goes, and how far it has come. */
export function Steps(props: {
  readonly language: Language;
  readonly label: string;
  readonly steps: readonly Step[];
}): Html {
  return (
    <ol class="steps" aria-label={props.label}>
      {props.steps.map((step, index) => (
        <li data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span class="step-mark" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <span class="step-words">
            <span class="only-heard">{words(props.language)[step.state]}</span>
            {step.href ? <a href={step.href}>{step.label}</a> : step.label}
            {step.note && <span class="quiet step-note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
}
