import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Refusal } from './request.ts';

export const meKey = ['me'] as const;

/** Answers stay fresh for half a minute; a live workspace is told sooner. A refusal is not asked again, a fault is, twice. */
export function queryClient(): QueryClient {
  const signedOut = (error: unknown) => {
    // The session has ended: every page that needs one leads to the sign-in and comes back.
    if (error instanceof Refusal && error.status === 401) client.setQueryData(meKey, null);
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: signedOut }),
    mutationCache: new MutationCache({ onError: signedOut }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) =>
          count < 2 && (!(error instanceof Refusal) || error.status === 0 || error.status >= 500),
        retryDelay: (count) => Math.min(4_000, 500 * 2 ** count),
      },
      mutations: { retry: false },
    },
  });
  return client;
}
