export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Measures `clients` that each send their next one when the last was acknowledged. */
export const rateFor =
  (seconds: number) =>
  async (clients: number, one: (client: number) => Promise<void>): Promise<Measured> => {
    const times: number[] = [];
    const until = performance.now() + seconds * 1000;
    const began = performance.now();
    const run = async (client: number) => {
      while (performance.now() < until) {
        const start = performance.now();
        await one(client);
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
    const took = (performance.now() - began) / 1000;
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
    return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
  };
