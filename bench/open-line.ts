import { connect, type Socket } from 'node:net';

/**
 * A kept connection that sends a request and answers its status: the HTTP client of Node takes as much of the two cores
 * as the server, and a sender costs the one who is measured nothing.
 */
export function openLine(port: number): (request: string) => Promise<number> {
  let socket: Socket | undefined;
  let settle: ((status: number) => void) | undefined;
  let refuse: ((error: Error) => void) | undefined;
  let got = '';
  let usedAt = 0;
  const hear = (part: string) => {
    got += part;
    const end = got.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(got.slice(0, end))?.[1];
    if (length === undefined ? !got.endsWith('\r\n0\r\n\r\n') : got.length < end + 4 + Number(length)) return;
    const status = Number(got.slice(9, 12));
    got = '';
    settle?.(status);
  };
  const open = () => {
    const opened = connect({ port, host: '127.0.0.1', noDelay: true });
    opened.setEncoding('latin1').on('data', hear);
    opened.on('error', () => undefined);
    opened.on('close', () => {
      if (socket !== opened) return;
      socket = undefined;
      refuse?.(new Error('the connection was closed'));
    });
    socket = opened;
    return opened;
  };
  return (request) =>
    new Promise((resolve, reject) => {
      settle = (status) => {
        refuse = undefined;
        resolve(status);
      };
      refuse = reject;
      // One that was quiet for five seconds is closed by the server: what is written at that moment would be lost.
      if (socket && performance.now() - usedAt > 2000) {
        const quiet = socket;
        socket = undefined;
        quiet.destroy();
      }
      usedAt = performance.now();
      (socket ?? open()).write(request);
    });
}
