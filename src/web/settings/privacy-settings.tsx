import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import { privacyWords } from './privacy-words.ts';
import { SettingsSection } from './settings-section.tsx';
import { settingsWords } from './settings-words.ts';

interface Notice {
  readonly controller: string;
  readonly address: string;
  readonly contact: string;
}

/** Who is answerable, as the pages of respondents say it. */
export function PrivacySettings(): ReactNode {
  const words = useWords(privacyWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const notice = useQuery({
    queryKey: ['privacy-notice', slug],
    queryFn: ({ signal }) => ask<Notice>(apiOf(slug, '/privacy-notice'), { signal }),
    enabled: may('change-settings'),
  });
  return (
    <SettingsSection title={words.title} lead={words.lead} needs="change-settings">
      {notice.error && <Failure heading="h2" error={notice.error} onAgain={() => void notice.refetch()} />}
      {notice.data && <NoticeForm notice={notice.data} />}
    </SettingsSection>
  );
}

function NoticeForm({ notice }: { readonly notice: Notice }): ReactNode {
  const words = useWords(privacyWords);
  const { saved } = useWords(settingsWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (body: Notice) => ask<Notice>(apiOf(slug, '/privacy-notice'), { method: 'PATCH', body }),
    onSuccess: (kept) => client.setQueryData(['privacy-notice', slug], kept),
  });
  const fault = useFault(save.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (field: string) => String(data.get(field) ?? '');
    save.mutate({ controller: text('controller'), address: text('address'), contact: text('contact') });
  };
  return (
    <form className="form form-narrow" onSubmit={submit}>
      <FormError fault={fault} />
      {(notice.controller === '' || notice.address === '') && <p className="small">{words.missing}</p>}
      <TextField
        label={words.controller}
        hint={words.controllerHint}
        name="controller"
        maxLength={200}
        defaultValue={notice.controller}
      />
      <TextField label={words.address} name="address" maxLength={500} defaultValue={notice.address} />
      <TextField
        label={words.contact}
        hint={words.contactHint}
        name="contact"
        maxLength={300}
        defaultValue={notice.contact}
      />
      <div className="buttons">
        <button type="submit" className="button" aria-disabled={save.isPending}>
          {words.save}
        </button>
        <span role="status">{save.isSuccess && saved}</span>
      </div>
    </form>
  );
}
