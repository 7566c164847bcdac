/** Where to go after signing in: the page that asked for it, if it is one of ours. */
export function nextAddress(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  // "//elsewhere" and "/\elsewhere" name another host.
  return /^\/(?![/\\])/.test(next) && !/^\/sign-in/.test(next) ? next : '/';
}
