/**
 * Shows the places marked `data-passkey` (`new` or `use`) where the browser has passkeys. Each holds a form: its button
 * says by `formaction` where to ask, as JSON, and the answer goes as JSON in the field `svar` to where the form leads.
 */
export function offerPasskeys(within: ParentNode): void {
  if (!isSecureContext || typeof PublicKeyCredential === 'undefined') return;
  for (const place of within.querySelectorAll<HTMLElement>('[data-passkey]')) {
    place.hidden = false;
    place.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      void use(place, event);
    });
  }
  for (const instead of within.querySelectorAll<HTMLElement>('[data-no-passkey]')) instead.hidden = true;
}

async function use(place: HTMLElement, { target, submitter }: SubmitEvent): Promise<void> {
  const form = target as HTMLFormElement;
  const field = form.elements.namedItem('svar');
  const says = place.querySelector<HTMLElement>('[data-failed]');
  if (!(submitter instanceof HTMLButtonElement) || !(field instanceof HTMLInputElement) || form.dataset.busy) return;
  form.dataset.busy = 'true';
  says?.replaceChildren();
  try {
    const options = await optionsFrom(submitter.formAction, form);
    field.value = JSON.stringify(written(await chosen(place.dataset.passkey === 'new', options)));
    form.submit();
  } catch {
    // Also when the person thought better of it.
    const words = document.createElement('p');
    words.className = 'ds-validation-message';
    words.textContent = says?.dataset.failed ?? '';
    says?.append(words);
  } finally {
    delete form.dataset.busy;
  }
}

type Options = PublicKeyCredentialCreationOptions & PublicKeyCredentialRequestOptions;

async function optionsFrom(address: string, form: HTMLFormElement): Promise<Options> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
  const answer = await fetch(address, { method: 'POST', body });
  if (!answer.ok) throw new Error(String(answer.status));
  const told = await answer.json();
  const withId = <T extends { id: string }>(one: T) => ({ ...one, id: bytes(one.id) });
  return {
    ...told,
    challenge: bytes(told.challenge),
    ...(told.user ? { user: withId(told.user) } : {}),
    ...(told.excludeCredentials ? { excludeCredentials: told.excludeCredentials.map(withId) } : {}),
  };
}

async function chosen(fresh: boolean, publicKey: Options): Promise<PublicKeyCredential> {
  const { credentials } = navigator;
  const found = await (fresh ? credentials.create({ publicKey }) : credentials.get({ publicKey }));
  if (!(found instanceof PublicKeyCredential)) throw new Error('none');
  return found;
}

/** As JSON (WebAuthn level 3, `toJSON`), by hand: half of the browsers that have passkeys cannot. */
function written({ id, rawId, type, response }: PublicKeyCredential): object {
  return { id, rawId: text(rawId), type, response: parts(response), clientExtensionResults: {} };
}

function parts(response: AuthenticatorResponse): object {
  const clientDataJSON = text(response.clientDataJSON);
  if (response instanceof AuthenticatorAttestationResponse) {
    const transports = response.getTransports?.() ?? [];
    return { clientDataJSON, attestationObject: text(response.attestationObject), transports };
  }
  const { authenticatorData, signature, userHandle } = response as AuthenticatorAssertionResponse;
  return {
    clientDataJSON,
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    ...(userHandle ? { userHandle: text(userHandle) } : {}),
  };
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const plain = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
