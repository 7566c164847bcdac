import { frameStyle } from './frame-style.ts';
import type { FormCall, ShowForm } from './host.ts';

declare global {
  interface Window {
    candorForm?: ShowForm;
  }
}

/** One page of the survey as the server sends it. */
interface Piece {
  readonly status: number;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly title: string;
  readonly words: { readonly close: string; readonly failed: string };
  readonly css: string;
  readonly html: string;
}

/** The document that is made runs nothing, whatever stands in it. */
function parse(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  return fragment;
}

/**
 * The form of a place in a shadow root: the same pages, the same rules and the same way into the store as the page of a
 * link. Styles come as constructed sheets, so that no policy of a host has to let them in.
 */
function show({ address, language, who, isAsked, rest, trust }: FormCall): { readonly close: () => void } {
  const opener = document.activeElement;
  const element = document.createElement('candor-survey');
  const root = element.attachShadow({ mode: 'open' });
  const frame = document.createElement('div');
  const button = document.createElement('button');
  const body = document.createElement('div');
  const said = document.createElement('div');
  const failed = document.createElement('div');
  const sheet = new CSSStyleSheet();
  frame.className = 'candor frame';
  frame.setAttribute('role', 'dialog');
  frame.tabIndex = -1;
  button.className = 'close';
  button.type = 'button';
  button.append('×');
  said.className = 'hide';
  said.setAttribute('aria-live', 'polite');
  failed.className = 'problems failed';
  failed.setAttribute('role', 'alert');
  failed.tabIndex = -1;
  failed.hidden = true;
  frame.append(said, failed, body, button);
  root.adoptedStyleSheets = [sheet];

  const close = () => {
    const hadFocus = root.activeElement !== null;
    element.remove();
    if (hadFocus && opener instanceof HTMLElement) opener.focus();
  };
  const closeByHand = () => {
    rest();
    close();
  };

  const draw = (piece: Piece) => {
    sheet.replaceSync(piece.css + frameStyle);
    frame.lang = piece.language;
    frame.dir = piece.direction;
    frame.setAttribute('aria-label', piece.title);
    button.setAttribute('aria-label', piece.words.close);
    failed.textContent = piece.words.failed;
    failed.hidden = true;
    body.replaceChildren(parse(trust.createHTML(piece.html)));
    for (const link of body.querySelectorAll('a')) {
      const href = link.getAttribute('href') ?? '';
      if (href.startsWith('#')) {
        link.addEventListener('click', (event) => {
          event.preventDefault();
          root.getElementById(href.slice(1))?.focus();
        });
      } else {
        link.href = new URL(href, address).href;
        link.target = '_blank';
        link.rel = 'noopener noreferrer';
      }
    }
    body.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      rest();
      void next(new FormData(event.currentTarget as HTMLFormElement, event.submitter), true);
    });
  };

  let isUnderWay = false;
  const next = async (given: FormData, isByHand: boolean): Promise<void> => {
    if (isUnderWay) return;
    isUnderWay = true;
    if (who) given.set('_who', who);
    frame.setAttribute('aria-busy', 'true');
    try {
      const fields = new URLSearchParams();
      for (const [name, value] of given) if (typeof value === 'string') fields.append(name, value);
      const reply = await fetch(address, { method: 'POST', body: fields, credentials: 'omit' });
      const piece = (await reply.json()) as Piece;
      if (!piece.html) return close();
      draw(piece);
      if (!element.isConnected) document.body.append(element);
      // Read aloud where the eyes are: a page that came by itself takes no focus away.
      if (isByHand) frame.focus();
      else said.textContent = piece.title;
    } catch {
      // What was written stays in the form, to be sent again; a survey that never came is never seen.
      failed.hidden = false;
      if (isByHand) failed.focus();
    } finally {
      isUnderWay = false;
      frame.removeAttribute('aria-busy');
    }
  };

  button.addEventListener('click', closeByHand);
  frame.addEventListener('keydown', (event) => {
    // The keys of a host (a video, a slide show) are not meant by somebody who answers.
    event.stopPropagation();
    if (event.key === 'Escape') closeByHand();
  });
  root.append(frame);
  const first = new FormData();
  first.set('_lang', language);
  void next(first, isAsked);
  return { close };
}

window.candorForm = show;
