/**
 * How does a text break into lines of so many characters?
 * Breaks at spaces only; a longer word stands alone. Figures tied to their units (no-break space) stay together.
 * @example wrapText('one two three', 8).length // => 2
 */
export function wrapText(text: string, characters: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > characters) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return line ? [...lines, line] : lines;
}
