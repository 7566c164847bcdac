import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { useLocation, useParams } from 'wouter';
import { meKey } from '../api/client.ts';
import type { Role } from '../api/me.ts';
import { ask } from '../api/request.ts';
import { Failure } from '../failure.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { shellWords } from '../shell/shell-words.ts';
import { signInWords } from './sign-in-words.ts';

interface Invitation {
  readonly workspace: string;
  readonly email: string;
  readonly role: Role;
}

const fields = ['name', 'password'];

/** An invitation opened: who invites, as what, and the two things that are missing. */
export function JoinPage(): ReactNode {
  const { token = '' } = useParams<{ token: string }>();
  const words = useWords(signInWords);
  const invitation = useQuery({
    queryKey: ['join', token],
    queryFn: ({ signal }) => ask<Invitation>(`/api/join/${encodeURIComponent(token)}`, { signal }),
  });
  usePageTitle(invitation.data && words.joinTitle(invitation.data.workspace));
  if (invitation.isError) return <Failure error={invitation.error} onAgain={() => void invitation.refetch()} />;
  return invitation.data ? <Join invitation={invitation.data} token={token} /> : null;
}

function Join({ invitation, token }: { readonly invitation: Invitation; readonly token: string }): ReactNode {
  const words = useWords(signInWords);
  const { role } = useWords(shellWords);
  const { language } = useLanguage();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const join = useMutation({
    mutationFn: (body: { name: string; password: string }) =>
      ask('/api/join', { method: 'POST', body: { token, language, ...body } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meKey });
      navigate('/', { replace: true });
    },
  });
  const fault = useFault(join.error);
  useFocusWrong(form, join.error);
  const at = (field: string) => (fault?.field === field ? fault.text : undefined);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    join.mutate({ name: String(data.get('name')), password: String(data.get('password')) });
  };
  return (
    <section className="narrow-page">
      <h1>{words.joinTitle(invitation.workspace)}</h1>
      <p className="lead">{words.joinLead(invitation.email, role[invitation.role])}</p>
      <form ref={form} className="form" onSubmit={submit}>
        <FormError fault={fault} fields={fields} />
        <TextField label={words.yourName} name="name" autoComplete="name" required maxLength={200} error={at('name')} />
        <TextField
          label={words.newPassword}
          hint={`${words.passwordHint} ${words.joinKnown}`}
          name="password"
          type="password"
          autoComplete="new-password"
          required
          maxLength={256}
          error={at('password')}
        />
        <div className="buttons">
          <button type="submit" className="button button-strong" aria-disabled={join.isPending}>
            {words.join}
          </button>
        </div>
      </form>
    </section>
  );
}
