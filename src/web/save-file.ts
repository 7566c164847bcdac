/** Gives a file that was made in the browser to its reader: what is saved is what is seen. */
export function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has begun to read the blob by then; without this it would stay in memory until the page closes.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
