import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { useFault } from '../form/form-errors.tsx';

/** Changes a place and shows it as it is then. */
export function useChangePlace(id: string) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const step = useMutation({
    mutationFn: (body: object) => ask<undefined>(apiOf(slug, `/places/${id}`), { method: 'PATCH', body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['places', slug] }),
  });
  const fault = useFault(step.error);
  const change = (body: object) => {
    if (!step.isPending) step.mutate(body);
  };
  return { step, fault, change };
}
