/** The part of mailauth that the tests use; it has no types of its own. */
declare module 'mailauth/lib/dkim/verify.js' {
  export function dkimVerify(
    raw: Buffer,
    options: { resolver: (name: string, type: string) => Promise<string[][]> },
  ): Promise<{ results: { status: { result: string; aligned?: string | false }; signingDomain: string }[] }>;
}
