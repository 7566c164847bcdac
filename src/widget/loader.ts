import type { CandorOnPage, FormCall, ShowForm, Trust } from './host.ts';
import { fitsPath, isSampled, type WidgetRules } from './rules.ts';

declare global {
  interface Window {
    candor?: CandorOnPage;
    candorForm?: ShowForm;
    readonly trustedTypes?: { createPolicy(name: string, rules: Trust): Trust };
  }
}

/** One mark for all widgets of a site, written when somebody has answered or closed one, and not before. */
const mark = 'candor-rest';
const dayMilliseconds = 86_400_000;

/**
 * Decides whether a survey is shown on this page, and only then fetches its form. Whatever fails, the page of the host
 * goes on as if it were not there.
 */
function start(script: HTMLScriptElement): void {
  const { place = '', visitor, who = '', language = document.documentElement.lang } = script.dataset;
  const host = new URL(script.src).origin;
  const address = `${host}/embed/${place}`;
  let rules: WidgetRules | undefined;
  let shown: { readonly close: () => void } | undefined;
  const rest = () => remember(Date.now() + (rules?.restDays ?? 0) * dayMilliseconds);
  const show = async (isAsked: boolean) => {
    if (shown) return;
    shown = { close: () => undefined };
    const trust = trustOf();
    await loadForm(script, trust.createScriptURL(`${host}/embed/form.js`), rules?.integrity);
    const call: FormCall = { address, language, who, isAsked, trust, rest };
    const form = window.candorForm!(call);
    shown = {
      close() {
        form.close();
        shown = undefined;
      },
    };
  };
  const quietly = (work: Promise<unknown>) => {
    work.catch(() => {
      shown = undefined;
    });
  };
  const rulesOf = async () => {
    rules = (await (await fetch(address, { credentials: 'omit' })).json()) as WidgetRules;
    return rules.open === true;
  };
  window.candor = {
    open: () => quietly(rulesOf().then((isOpen) => (isOpen ? show(true) : undefined))),
    close: () => shown?.close(),
  };
  const arrive = async () => {
    if (isResting() || !(await rulesOf())) return;
    const { paths, share, delaySeconds, scrollPercent } = rules!;
    // Without a name of the host for its visitor, chance is drawn anew on every page.
    if (!fitsPath(location.pathname, paths) || !isSampled(place, visitor ?? String(Math.random()), share)) return;
    await new Promise((resolve) => setTimeout(resolve, delaySeconds * 1000));
    await scrolled(scrollPercent);
    // Another one on this page may have been answered meanwhile.
    if (!isResting()) await show(false);
  };
  quietly(arrive());
}

const asIs: Trust = { createHTML: (text) => text, createScriptURL: (url) => url };

/** By one policy of our name, made when it is needed; made twice, a strict host would refuse it. */
let policy: Trust | undefined;
function trustOf(): Trust {
  policy ??= window.trustedTypes?.createPolicy('candor', asIs) ?? asIs;
  return policy;
}

function isResting(): boolean {
  try {
    return Number(localStorage.getItem(mark)) > Date.now();
  } catch {
    // A host without storage: then nothing can be remembered, and it is shown as its rules say.
    return false;
  }
}

function remember(until: number): void {
  try {
    localStorage.setItem(mark, String(until));
  } catch {
    // As above.
  }
}

function scrolled(percent: number): Promise<void> {
  const isThere = () => {
    const { scrollHeight, clientHeight } = document.documentElement;
    const way = scrollHeight - clientHeight;
    return way <= 0 || (scrollY / way) * 100 >= percent;
  };
  return new Promise((resolve) => {
    const look = () => {
      if (!isThere()) return;
      removeEventListener('scroll', look);
      resolve();
    };
    addEventListener('scroll', look, { passive: true });
    look();
  });
}

/** With the nonce of the loader, for hosts that let in what a trusted script brings; and checked by its hash. */
function loadForm(loader: HTMLScriptElement, src: string, integrity: string | undefined): Promise<void> {
  if (window.candorForm) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.crossOrigin = 'anonymous';
    if (integrity) script.integrity = integrity;
    if (loader.nonce) script.nonce = loader.nonce;
    script.onload = () => (window.candorForm ? resolve() : reject(new Error('candor')));
    script.onerror = () => reject(new Error('candor'));
    script.src = src;
    document.head.append(script);
  });
}

const own = document.currentScript;
if (own instanceof HTMLScriptElement && !window.candor) {
  try {
    start(own);
  } catch {
    // An attribute that was written wrong is no reason to break a shop.
  }
}
