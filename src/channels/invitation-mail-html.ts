import type { InvitationMail } from './invitation-content.ts';
import type { InvitationWords } from './invitation-mail-words.ts';

const font = "-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/**
 * Colours of both schemes. The styles inline are those of the light one, since some programs read nothing else; the
 * classes turn them where the program knows dark. Contrast at least 4.5:1 in both: ink 16.5 and 14.2, muted 5.8 and 6.8.
 */
const styles = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#0F161C!important}.card{background:#161F27!important;border-color:#2B3640!important}
.ink{color:#E8EDF2!important}.muted,.muted a{color:#9AA7B4!important}
.score{background:#0F161C!important;border-color:#84909D!important;color:#E8EDF2!important}
.rule{border-color:#2B3640!important}
}
@media (max-width:420px){.card{padding:20px 14px!important}}`;

/**
 * One column of blocks, no table. The scores stand in two halves that wrap as a whole: one row on a desktop, two on a
 * phone, and no 10 alone on a line of its own. Readable without any style as well.
 */
export function invitationHtml(mail: InvitationMail, words: InvitationWords): string {
  const { texts, theme, language } = mail;
  const accent = theme?.accent ?? '#1D5FA8';
  const onAccent = theme?.onAccent ?? '#FFFFFF';
  const paragraph = (text: string | undefined | false, style = '', kind = 'ink') =>
    text
      ? `<p class="${kind}" style="margin:0 0 16px;color:${kind === 'ink' ? '#16202A' : '#5B6775'};${style}">${lines(text)}</p>\n`
      : '';
  const button = `<p style="margin:24px 0 8px"><a href="${escaped(mail.link)}" style="display:inline-block;min-width:120px;padding:13px 24px;border-radius:8px;background:${accent};color:${onAccent};font-weight:600;text-align:center;text-decoration:none">${escaped(words.answer)}</a></p>\n`;
  return `<!doctype html>
<html lang="${escaped(language)}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(texts.subject)}</title>
<style>${styles}
</style>
</head>
<body class="page" style="margin:0;padding:16px;background:#F6F8FA;font:16px/24px ${font}">
<div role="article" lang="${escaped(language)}" dir="${words.direction}" class="card" style="box-sizing:border-box;max-width:620px;margin:0 auto;padding:28px;border:1px solid #DDE3E9;border-radius:8px;background:#FFFFFF;text-align:start">
${paragraph(mail.reminder && words.reminder, 'font-size:14px;line-height:20px', 'muted')}${paragraph(texts.greeting)}${paragraph(texts.introduction)}${paragraph(mail.questions !== undefined && words.length(mail.questions), 'font-size:14px;line-height:20px', 'muted')}${paragraph(texts.question, 'font-size:20px;line-height:28px;font-weight:600;margin-top:24px')}${scale(mail, words, accent)}${button}${footer(mail, words)}</div>
</body>
</html>
`;
}

/** The scores as links. Neutral: no colour tells which one would please, and none is chosen beforehand. */
function scale(
  { scoreLinks = [], texts: { question, anchors } }: InvitationMail,
  words: InvitationWords,
  accent: string,
): string {
  const [first, last] = [scoreLinks[0], scoreLinks.at(-1)];
  if (!first || !last || !anchors || !question) return '';
  const links = scoreLinks.map(({ score, url }) => {
    const meaning = score === first.score ? `, ${anchors.low}` : score === last.score ? `, ${anchors.high}` : '';
    const label = `${score}${meaning}`;
    return `<a class="score" href="${escaped(url)}" aria-label="${escaped(label)}" style="display:inline-block;box-sizing:border-box;width:44px;height:44px;margin:0 0 6px;border:1px solid ${accent};border-radius:6px;background:#FFFFFF;color:#16202A;font-size:16px;line-height:42px;text-align:center;text-decoration:none;font-variant-numeric:tabular-nums">${score}</a>`;
  });
  const middle = Math.ceil(links.length / 2);
  const halves = links.length > 7 ? [links.slice(0, middle), links.slice(middle)] : [links];
  const note = 'margin:0 0 8px;font-size:14px;line-height:20px;color:#5B6775';
  return `<p class="muted" style="${note}">${first.score} = ${escaped(anchors.low)} · ${last.score} = ${escaped(anchors.high)}</p>
<div role="group" aria-label="${escaped(question)}" style="margin:0 0 8px">
${halves.map((half) => `<span style="display:inline-block">${half.join('\n')}</span>`).join('\n')}
</div>
<p class="muted" style="${note}">${escaped(words.tapOpens)}</p>
`;
}

function footer(mail: InvitationMail, words: InvitationWords): string {
  const link = (url: string | undefined, text: string) =>
    url
      ? `<a href="${escaped(url)}" style="display:inline-block;padding:10px 0;color:#5B6775">${escaped(text)}</a>`
      : '';
  const links = [
    link(mail.stopLink, words.stopReminders),
    link(mail.unsubscribeLink, words.unsubscribe),
    link(mail.privacyLink, words.privacy),
  ].filter((one) => one !== '');
  const sender = [mail.sender.name, mail.sender.address].filter(Boolean).join(' · ');
  return `<div class="muted rule" style="margin-top:28px;padding-top:16px;border-top:1px solid #DDE3E9;font-size:14px;line-height:20px;color:#5B6775">
<p style="margin:0 0 8px">${escaped(words.why[mail.level](mail.sender.name))}</p>
<p style="margin:0 0 8px">${escaped(words.sentBy)}: ${escaped(sender)}</p>
${links.map((one) => `<div>${one}</div>`).join('\n')}
</div>
`;
}

function lines(text: string): string {
  return escaped(text).replace(/\r?\n/g, '<br>\n');
}

function escaped(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;');
}
