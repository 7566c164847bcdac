/**
 * How does a text begin a sentence?
 * @example capitalised('the Wald interval') // => "The Wald interval"
 */
export function capitalised(text: string): string {
  return text.replace(/^./u, (letter) => letter.toUpperCase());
}
