import { xml } from '../../../../engines/news/xml.ts';
import type { Language } from '../../../../kernel/language.ts';
import { paragraphsOf, type Story } from '../rules/story.ts';
import { storiesText } from '../text/stories.ts';
import { photoPlace, storyPlace } from '../urls.ts';

interface Block {
  readonly language: Language;
  /** Absolute address of the front page, without a slash at its end. */
  readonly origin: string;
}

/**
 * A piece of HTML for somebody's newsletter, its styles in the tags as mail readers want them. The picture stays with us: one
 * that is taken back is gone from what was sent, wherever the reader's mail has kept no copy.
 */
export function newsletterHtml(story: Story, { language, origin }: Block): string {
  const href = xml(origin + storyPlace({ id: story.id }));
  const [photo] = story.photos;
  const src = photo && xml(origin + photoPlace({ id: story.id, photo: photo.id }));
  const { quote } = story;
  const lines = [
    `<div style="max-width:560px;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#2a2621">`,
    ...(src
      ? [`<img src="${src}" alt="${xml(photo.alt)}" width="560" style="width:100%;height:auto;border-radius:8px">`]
      : []),
    `<h2 style="margin:16px 0 8px;font-size:24px;line-height:1.25">${xml(story.heading)}</h2>`,
    `<p style="margin:0 0 12px"><strong>${xml(story.lead)}</strong></p>`,
    ...paragraphsOf(story.body).map(paragraph),
    ...(quote
      ? [
          `<blockquote style="margin:0 0 12px;padding-left:12px;border-left:4px solid #d8cfc0">${xml(quote.said)}${
            quote.name === '' ? '' : `<br><em>${xml(quote.name)}</em>`
          }</blockquote>`,
        ]
      : []),
    `<p style="margin:0"><a href="${href}">${xml(storiesText(language).readIt)}</a></p>`,
    '</div>',
  ];
  return `${lines.join('\n')}\n`;
}

function paragraph(one: string | readonly string[]): string {
  if (typeof one === 'string') return `<p style="margin:0 0 12px">${xml(one).replaceAll('\n', '<br>')}</p>`;
  return `<ul style="margin:0 0 12px;padding-left:20px">${one.map((item) => `<li>${xml(item)}</li>`).join('')}</ul>`;
}

/** The same for those who read mail as text. */
export function newsletterText(story: Story, { origin }: Block): string {
  const { quote } = story;
  const parts = [
    story.heading.toUpperCase(),
    story.lead,
    story.body,
    ...(quote ? [`”${quote.said}”${quote.name === '' ? '' : `\n${quote.name}`}`] : []),
    origin + storyPlace({ id: story.id }),
  ];
  return `${parts.join('\n\n')}\n`;
}
