import { encode } from 'uqr';
import type { Html } from '#jsx/jsx-runtime';

/** A square code to photograph, black on white also in the dark: telephones look for dark on light (ISO/IEC 18004). */
export function QrCode(props: { readonly content: string; readonly alt: string }): Html {
  const { data, size } = encode(props.content, { ecc: 'M', border: 4 });
  const bars = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const end = row.indexOf(false, x);
      return `M${x} ${y}h${(end < 0 ? size : end) - x}v1H${x}z`;
    }),
  );
  return (
    <svg class="qr-code" role="img" aria-label={props.alt} viewBox={`0 0 ${size} ${size}`} width="240" height="240">
      <rect class="qr-paper" width={size} height={size} />
      <path class="qr-ink" d={bars.join('')} />
    </svg>
  );
}
