import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { Link, Redirect, useLocation, useSearch } from 'wouter';
import { meKey } from '../api/client.ts';
import { useMe } from '../api/me.ts';
import { ask } from '../api/request.ts';
import { TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { nextAddress } from './next-address.ts';
import { signInWords } from './sign-in-words.ts';

const fields = ['email', 'password'];

/** E-mail and password; whoever is signed in already goes on. */
export function SignInPage(): ReactNode {
  const words = useWords(signInWords);
  const next = nextAddress(useSearch());
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const me = useMe();
  usePageTitle(words.signInTitle);
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => ask('/api/sign-in', { method: 'POST', body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: meKey });
      navigate(next, { replace: true });
    },
  });
  const fault = useFault(signIn.error);
  useFocusWrong(form, signIn.error);
  if (me.data && !signIn.isPending) return <Redirect to={next} replace />;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    signIn.mutate({ email: String(data.get('email')), password: String(data.get('password')) });
  };
  const at = (field: string) => (fault?.field === field ? fault.text : undefined);
  return (
    <div className="two-columns">
      <section className="narrow-page" aria-labelledby="sign-in-title">
        <h1 id="sign-in-title">{words.signInTitle}</h1>
        <p className="lead">{words.signInLead}</p>
        <form ref={form} className="form" onSubmit={submit}>
          <FormError fault={fault} fields={fields} />
          <TextField
            label={words.email}
            name="email"
            type="email"
            autoComplete="username"
            required
            maxLength={320}
            error={at('email')}
          />
          <TextField
            label={words.password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            maxLength={256}
            error={at('password')}
          />
          <div className="buttons">
            <button type="submit" className="button button-strong" aria-disabled={signIn.isPending}>
              {words.signIn}
            </button>
          </div>
        </form>
        <details className="forgotten">
          <summary>{words.forgotten}</summary>
          <p className="small">{words.forgottenText}</p>
          <p className="small">{words.forgottenDemo}</p>
        </details>
        <p className="links">
          <Link href="/set-up">{words.firstTime}</Link>
        </p>
      </section>
      <aside className="beside" aria-labelledby="judge-title">
        <h2 id="judge-title">{words.judgeTitle}</h2>
        <p>{words.judgeText}</p>
        <p className="links">
          <Link href="/audit">{words.judgeLink}</Link>
        </p>
      </aside>
    </div>
  );
}
