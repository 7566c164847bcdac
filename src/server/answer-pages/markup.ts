/** Text that is HTML already. Everything else that gets into a page is escaped. */
export class Markup {
  readonly html: string;

  constructor(html: string) {
    this.html = html;
  }
}

type Piece = Markup | string | number | false | undefined | readonly Piece[];

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function htmlOf(piece: Piece): string {
  if (piece instanceof Markup) return piece.html;
  if (Array.isArray(piece)) return piece.map(htmlOf).join('');
  if (piece === false || piece === undefined) return '';
  return String(piece).replace(/[&<>"']/g, (character) => escapes[character]!);
}

/** HTML with its holes filled: what is put in is text unless it is `Markup` itself; false and undefined are nothing. */
export function markup(parts: TemplateStringsArray, ...holes: readonly Piece[]): Markup {
  return new Markup(parts.reduce((html, part, at) => html + htmlOf(holes[at - 1]) + part));
}
