/** C0, DEL, C1, line separators and the marks that turn the direction of writing: what a reader cannot see. */
const hidden = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Unicode has pictures for C0 (U+2400 on) and DEL (U+2421); the others share the sign of an unreadable character. */
const pictureOf = (character: string): string => {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
};

/**
 * How is a text from a file shown, so that it cannot move the cursor, colour the terminal or turn the line around?
 * One sign for each control character (escape becomes "␛"); letters of every script stay as they are. For text that is
 * shown, not for text that is compared or stored. Every name, value and message that comes from a file takes this road.
 * @example visibleText('level\u001b[31m') // => "level␛[31m"
 */
export function visibleText(text: string): string {
  return text.replace(hidden, pictureOf);
}

/**
 * How is a result shown whose texts may come from a file?
 * The same value with every text, names of keys included, made visible; figures stay as they are.
 * @example visibleTexts({ names: ['a\u0007'] }) // => { "names": ["a␇"] }
 */
export function visibleTexts<Value>(value: Value): Value {
  if (typeof value === 'string') return visibleText(value) as Value;
  if (Array.isArray(value)) return value.map(visibleTexts) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [visibleText(key), visibleTexts(inner)]),
  ) as Value;
}
