import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useId } from 'react';
import { visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { TextField } from '../form/field.tsx';
import { useFault } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import type { FileKind, GivenMapping, Mapping } from './import-api.ts';
import { importWords } from './import-words.ts';

export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly mapping: Mapping;
  readonly savedAt: string;
}

/** Ways of reading that were kept under a name: use one, or keep the one at hand. */
export function SavedMappings(props: {
  readonly kind: FileKind;
  readonly mapping: Mapping;
  readonly onUse: (mapping: GivenMapping) => void;
}): ReactNode {
  const words = useWords(importWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const id = useId();
  const saved = useQuery({
    queryKey: ['import-mappings', slug],
    queryFn: ({ signal }) => ask<{ mappings: SavedMapping[] }>(apiOf(slug, '/import-mappings'), { signal }),
  });
  const keep = useMutation({
    mutationFn: (name: string) =>
      ask(apiOf(slug, '/import-mappings'), { method: 'POST', body: { name, mapping: props.mapping } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['import-mappings', slug] }),
  });
  const fault = useFault(keep.error);
  const fitting = (saved.data?.mappings ?? []).filter(({ mapping }) => mapping.kind === props.kind);
  const use = (chosen: string) => {
    const found = fitting.find((one) => one.id === chosen);
    if (!found) return props.onUse({});
    const { kind: _kind, ...given } = found.mapping;
    props.onUse(given);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    keep.mutate(String(new FormData(event.currentTarget).get('name')));
    event.currentTarget.reset();
  };
  return (
    <div className="saved-mappings">
      {fitting.length > 0 && (
        <div className="field">
          <label htmlFor={id}>{words.saved}</label>
          <select id={id} defaultValue="" onChange={(event) => use(event.target.value)}>
            <option value="">{words.savedNone}</option>
            {fitting.map((one) => (
              <option key={one.id} value={one.id}>
                {visibleText(one.name)}
              </option>
            ))}
          </select>
        </div>
      )}
      <form className="form-row" onSubmit={submit}>
        <TextField
          label={words.saveAs}
          hint={words.saveAsHint}
          name="name"
          required
          maxLength={120}
          error={fault?.text}
        />
        <button type="submit" className="button" aria-disabled={keep.isPending}>
          {words.save}
        </button>
        <span role="status" className="small">
          {keep.isSuccess && words.savedNow}
        </span>
      </form>
    </div>
  );
}
