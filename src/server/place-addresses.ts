import type { Config } from '../config/index.ts';

/** Where a place is found, by each of its ways. */
export interface PlaceAddresses {
  readonly link: string;
  readonly qr: string;
  readonly kiosk: string;
  /** What a host puts into its pages. */
  readonly snippet: string;
}

/**
 * The addresses of the places of a workspace by their key. The server is named by its settings; where nobody said by which
 * address people come, by that of whoever asks on this machine, never by a header of another one.
 */
export function placeAddresses(
  code: string,
  { baseUrl, host }: Pick<Config, 'baseUrl' | 'host'>,
  asked: string,
): (key: string) => PlaceAddresses {
  const { hostname, origin, port } = new URL(asked);
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname === host;
  const base = (baseUrl ?? (isHere ? origin : `http://localhost:${port}`)).replace(/\/$/, '');
  return (key) => ({
    link: `${base}/s/${code}/${key}`,
    qr: `${base}/q/${code}/${key}`,
    kiosk: `${base}/k/${code}/${key}`,
    snippet: `<script src="${base}/embed/loader.js" data-place="${code}/${key}" async></script>`,
  });
}
