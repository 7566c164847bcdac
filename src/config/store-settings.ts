/** Which store to open: the embedded one of a home folder, or a server. Both are PostgreSQL and nothing else differs. */
export type StoreSettings =
  | { readonly kind: 'embedded'; readonly home: string; readonly port: number }
  | { readonly kind: 'server'; readonly url: string; readonly home: string };

export function storeSettings(given: { url: string | undefined; home: string; port: number }): StoreSettings {
  const { url, home, port } = given;
  return Object.freeze(url === undefined ? { kind: 'embedded', home, port } : { kind: 'server', url, home });
}
