import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Language } from '../../present/index.ts';
import { meKey } from './client.ts';
import { ask, Refusal } from './request.ts';

export type Role = 'owner' | 'analyst' | 'manager' | 'agent' | 'viewer';

export interface MyWorkspace {
  readonly slug: string;
  readonly name: string;
  readonly role: Role;
  readonly demo: boolean;
  readonly language: Language;
  readonly timeZone: string;
  readonly currency: string;
}

export interface Me {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly language: Language };
  readonly workspaces: readonly MyWorkspace[];
}

/** Who is signed in; null for nobody. */
export function useMe(): UseQueryResult<Me | null> {
  return useQuery({ queryKey: meKey, queryFn: ({ signal }) => askMe(signal), staleTime: 300_000 });
}

async function askMe(signal: AbortSignal): Promise<Me | null> {
  try {
    return await ask<Me>('/api/me', { signal });
  } catch (error) {
    if (error instanceof Refusal && error.status === 401) return null;
    throw error;
  }
}
