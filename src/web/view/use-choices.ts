import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { DimensionChoices } from '../../overview/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';

/** What the filters of this workspace can be set to. */
export function useChoices(): UseQueryResult<DimensionChoices> {
  const { slug } = useWorkspace();
  return useQuery({
    queryKey: [...liveKey(slug), 'dimensions'],
    queryFn: ({ signal }) => ask<DimensionChoices>(apiOf(slug, '/dimensions'), { signal }),
    staleTime: 300_000,
  });
}
