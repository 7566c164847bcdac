import type { AnswerQueue } from './answer-queue.ts';
import type { KioskDefinition } from './definition.ts';
import { element } from './element.ts';
import { staffWords } from './staff-words.ts';
import { unpark } from './sync.ts';

interface Staff {
  readonly queue: AnswerQueue;
  readonly definition: KioskDefinition | undefined;
  readonly language: string;
  readonly syncNow: () => Promise<unknown>;
  readonly leave: () => void;
}

/** Behind the PIN: how the device stands, and the way out of the kiosk. Without a PIN it is open. */
export async function staffScreen(staff: Staff): Promise<HTMLElement> {
  const { definition, language, leave } = staff;
  const words = staffWords(language);
  const box = element('div', { class: 'staff' });
  const pin = definition?.pin;
  if (!pin) {
    box.append(await insides(staff));
    return box;
  }
  const input = element('input', {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: '8',
    id: 'pin',
    name: 'pin',
  });
  const wrong = element('p', { class: 'problem', role: 'alert' });
  wrong.hidden = true;
  const open = async (event: Event) => {
    event.preventDefault();
    if ((await hashOf(input.value, pin)) === pin.hash) box.replaceChildren(await insides(staff));
    else {
      wrong.hidden = false;
      wrong.textContent = words.wrongPin;
      input.value = '';
      input.focus();
    }
  };
  box.append(
    element(
      'form',
      { onsubmit: (event) => void open(event) },
      element('h1', {}, words.staff),
      element('label', { for: 'pin' }, words.pin),
      input,
      wrong,
      element(
        'div',
        { class: 'go' },
        element('button', { class: 'main' }, words.enter),
        element('button', { type: 'button', onclick: leave }, words.back),
      ),
    ),
  );
  return box;
}

async function insides(staff: Staff): Promise<HTMLElement> {
  const { queue, language, leave, syncNow } = staff;
  const words = staffWords(language);
  const { device, syncedAt } = (await queue.device()) as { device: string; syncedAt?: number };
  const all = await queue.all();
  const parked = all.filter(({ state }) => state === 'parked');
  const when =
    syncedAt === undefined
      ? words.neverSynced
      : words.lastSync(new Date(syncedAt).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' }));
  const box = element('div');
  const again = async () => box.replaceWith(await insides(staff));
  const button = (text: string, act: () => unknown) =>
    element('button', { type: 'button', onclick: () => void act() }, text);
  box.append(
    element('h1', {}, words.staff),
    element('p', { 'data-waiting': String(all.length - parked.length) }, words.waiting(all.length - parked.length)),
    ...(parked.length > 0
      ? [
          element(
            'p',
            { 'data-parked': String(parked.length) },
            words.parked(parked.length, parked.at(-1)!.reason ?? ''),
          ),
        ]
      : []),
    element('p', {}, when),
    element('p', { class: 'note' }, `${words.device} ${device}`),
    element(
      'div',
      { class: 'go' },
      button(words.back, leave),
      button(words.syncNow, async () => {
        await syncNow();
        await again();
      }),
      parked.length > 0 &&
        button(words.tryAgain, async () => {
          await unpark(queue);
          await syncNow();
          await again();
        }),
      document.fullscreenElement
        ? button(words.leave, () => document.exitFullscreen().then(again))
        : button(words.fullScreen, () => document.documentElement.requestFullscreen().then(leave)),
    ),
  );
  return box;
}

/** PBKDF2 as the server made it, so that the PIN cannot be read from the page. */
async function hashOf(pin: string, { salt, rounds }: { salt: string; rounds: number }): Promise<string> {
  const bytes = (text: string) => Uint8Array.from(text, (one) => one.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes(pin), 'PBKDF2', false, ['deriveBits']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(atob(salt)), iterations: rounds };
  const hash = new Uint8Array(await crypto.subtle.deriveBits(derivation, key, 256));
  return btoa(String.fromCharCode(...hash));
}
