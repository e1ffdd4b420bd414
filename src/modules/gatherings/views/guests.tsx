import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { Words } from '../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { type Guest, PARTS } from '../rules.ts';
import { gatheringsText } from '../text/gatherings.ts';
import { cardPlace, endGuestPlace, guestsPlace } from '../urls.ts';

export interface GuestsProps {
  readonly language: Language;
  readonly id: string;
  readonly guests: readonly Guest[];
  /** Names of people and organisations by id. */
  readonly names: ReadonlyMap<string, string>;
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly problems?: FormProblems | undefined;
}

/** For the hosts: who is invited, and the form that invites. */
export function GuestsPage(props: GuestsProps): Html {
  const { language, id, guests, names } = props;
  const words = gatheringsText(language);
  const nameOf = (guest: Guest): string => names.get(guest.personId) ?? '';
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      <p class="lead">{words.guestsWhy}</p>
      <Table
        language={language}
        caption={words.guests}
        captionHidden
        rows={guests}
        empty={<p>{words.noGuests}</p>}
        columns={[
          { heading: words.guestName, names: true, cell: (guest) => <Words>{nameOf(guest)}</Words> },
          { heading: words.from, cell: (guest) => <Words>{names.get(guest.organisationId) ?? ''}</Words> },
          { heading: words.part, cell: (guest) => words.parts[guest.part] },
          {
            heading: words.state,
            cell: (guest) => (guest.ended ? words.ended : guest.hasCard ? words.hasCard : words.stateInvited),
          },
          {
            heading: words.changes,
            cell: (guest) =>
              guest.ended ? null : (
                <div class="actions">
                  <Form action={cardPlace({ id, guest: guest.id })} class="form-inline">
                    <Button look="tertiary" label={words.cardNamed(nameOf(guest))}>
                      {words.card}
                    </Button>
                  </Form>
                  <Form action={endGuestPlace({ id, guest: guest.id })} class="form-inline">
                    <Button look="tertiary" label={words.endGuestNamed(nameOf(guest))}>
                      {words.endGuest}
                    </Button>
                  </Form>
                </div>
              ),
          },
        ]}
      />
      {guests.length > 0 && <p class="field-help">{words.cardWhy}</p>}
      <InviteForm {...props} />
    </>
  );
}

function InviteForm(props: GuestsProps): Html {
  const { language, problems } = props;
  const words = gatheringsText(language);
  const common = { language, problems };
  return (
    <section class="stack" aria-labelledby="inviter">
      <h2 class="ds-heading" data-size="md" id="inviter">
        {words.inviteHeading}
      </h2>
      <Form action={guestsPlace({ id: props.id })}>
        <TextField
          {...common}
          name="name"
          label={words.guestName}
          hint={words.guestNameHint}
          autocomplete="off"
          maxlength={120}
        />
        <TextField
          {...common}
          name="email"
          type="email"
          label={words.guestEmail}
          hint={words.guestEmailHint}
          autocomplete="off"
          optional
        />
        <WhereFrom {...props} />
        <Select
          {...common}
          name="part"
          label={words.part}
          options={PARTS.map((part) => ({ value: part, label: words.parts[part] }))}
          value="participant"
        />
        <p>
          <Button>{words.invite}</Button>
        </p>
      </Form>
    </section>
  );
}

/** One we know, or the name of one we do not. */
function WhereFrom(props: GuestsProps): Html {
  const { language, problems } = props;
  const words = gatheringsText(language);
  const common = { language, problems };
  return (
    <>
      <Select
        {...common}
        name="organisation"
        label={words.guestOrganisation}
        options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))}
        empty={words.guestNewOrganisation}
        optional
      />
      <TextField
        {...common}
        name="newOrganisation"
        label={words.newOrganisationName}
        hint={words.guestNewOrganisationHint}
        maxlength={120}
        optional
      />
      <Select
        {...common}
        name="organisationKind"
        label={words.organisationKind}
        hint={words.guestNewOrganisationHint}
        options={Object.entries(words.organisationKinds).map(([value, label]) => ({ value, label }))}
        value="association"
        optional
      />
    </>
  );
}
