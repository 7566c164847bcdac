import { askedVersion, findOpenLink } from '../answering/index.ts';
import type { WorkspaceSettings } from '../people/index.ts';
import { qrSvg, type ShownPlace } from '../places/index.ts';
import {
  directionOf,
  languageFor,
  pipe,
  type Questionnaire,
  respondentLanguage,
  respondentWords,
  textIn,
} from '../survey/index.ts';
import { Markup, markup } from './answer-pages/markup.ts';
import type { ServerContext } from './context.ts';
import type { PlaceAddresses } from './place-addresses.ts';

export const sheetSizes = ['A4', 'A6'] as const;

interface Sheet {
  readonly shown: ShownPlace & { readonly addresses: PlaceAddresses };
  readonly workspace: WorkspaceSettings;
  readonly size: (typeof sheetSizes)[number];
  readonly language: string | undefined;
}

/** Always black on white: it is paper. A6 is the A4 sheet at half the side, for a counter or a table. */
const style = (size: Sheet['size']) => `
@page{size:${size};margin:0}
*{box-sizing:border-box}
html{background:#fff;color:#000;font:${size === 'A4' ? 16 : 8}pt/1.35 system-ui,sans-serif}
body{width:${size === 'A4' ? '210mm' : '105mm'};min-height:${size === 'A4' ? '296mm' : '147mm'};margin:0 auto;padding:1.6rem 1.5rem;display:flex;flex-direction:column;gap:1.2rem;text-align:center;align-items:center;justify-content:space-between}
h1{font-size:2.1rem;line-height:1.2;margin:0;text-wrap:balance;max-width:11em}
svg{width:17rem;height:17rem;display:block;margin:0 auto}
p{margin:0}
.who{font-weight:600;font-size:1.1rem}
.how{font-size:1.15rem;margin-top:.6rem}
.address{font-size:.8rem;overflow-wrap:anywhere;margin-top:.3rem}
.place{font-size:.8rem}
@media screen{html{background:#ddd}body{background:#fff;margin:1rem auto}}
`;

/** What hangs on a wall: who asks, the first question in one language, the code, and the address for those without one. */
export async function placeSheet({ answering, clock }: ServerContext, sheet: Sheet): Promise<string> {
  const { shown, workspace, size } = sheet;
  const questionnaire = await questionnaireOf(answering, shown, clock());
  const wishes = [sheet.language, shown.language ?? undefined, workspace.language].filter((one) => one !== undefined);
  const language = languageFor({ languages: questionnaire?.languages ?? [workspace.language] }, wishes);
  const { scanToAnswer, privacy } = respondentWords[respondentLanguage(language)];
  const asked = questionnaire && firstQuestion(questionnaire);
  const title = asked
    ? pipe(textIn(asked, language, questionnaire.languages[0]!), { touchpoint: shown.touchpoint ?? undefined })
    : shown.name;
  const { link, qr } = shown.addresses;
  const page = markup`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><title>${shown.name}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${new Markup(style(size))}</style></head>
<body><p class="who">${workspace.name}</p><h1>${title}</h1><div>${new Markup(qrSvg(qr))}<p class="how">${scanToAnswer}</p>
<p class="address" dir="ltr">${link.replace(/^https?:\/\//, '')}</p></div>
<p class="place">${shown.name} · ${privacy}: <span dir="ltr">${new URL(link).host}/p/${new URL(link).pathname.split('/')[2]}</span></p></body></html>`;
  return page.html;
}

async function questionnaireOf(
  answering: ServerContext['answering'],
  { key, addresses }: Sheet['shown'],
  now: Date,
): Promise<Questionnaire | undefined> {
  const code = new URL(addresses.link).pathname.split('/')[2]!;
  const found = await findOpenLink(answering, { code, key }, now);
  if (!found?.versionId) return undefined;
  const { workspaceId, versionId } = found;
  return (await askedVersion(answering, { workspaceId, versionId, now }))?.questionnaire;
}

const firstQuestion = ({ pages }: Questionnaire) => pages[0]?.questions[0]?.text;
