/** Cookies of one request, and those its answer will set. Names get the `__Host-` prefix when the site is served by https. */
export interface Cookies {
  get(name: string): string | null;
  /** Keeps a value on the device for `seconds`; 0 removes it. Never readable by scripts. */
  set(name: string, value: string, seconds: number): void;
  /** `Set-Cookie` lines of the answer. */
  lines(): readonly string[];
}

export function readCookies(header: string | null, secure: boolean): Cookies {
  const prefix = secure ? '__Host-' : '';
  const sent = parse(header ?? '');
  const changed = new Map<string, string>();
  return {
    get: (name) => sent.get(prefix + name) ?? null,
    set(name, value, seconds) {
      const flags = `Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
      changed.set(name, `${prefix}${name}=${encodeURIComponent(value)}; ${flags}`);
    },
    lines: () => [...changed.values()],
  };
}

function parse(header: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pair of header.split(';')) {
    const cut = pair.indexOf('=');
    if (cut < 1) continue;
    const name = pair.slice(0, cut).trim();
    if (!found.has(name)) found.set(name, decode(pair.slice(cut + 1).trim()));
  }
  return found;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value).replaceAll('\0', '');
  } catch {
    return '';
  }
}
