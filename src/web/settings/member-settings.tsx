import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useRef } from 'react';
import { dateText, visibleText } from '../../present/index.ts';
import { meKey } from '../api/client.ts';
import type { Role } from '../api/me.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { FormError, useFault, useFocusWrong } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { shellWords } from '../shell/shell-words.ts';
import { SureButton } from '../sure-button.tsx';
import { SettingsSection } from './settings-section.tsx';
import { settingsWords } from './settings-words.ts';
import { ShownOnce } from './shown-once.tsx';

interface Member {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly since: string;
  readonly disabledAt: string | null;
}

interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: string;
}

const roles: readonly Role[] = ['owner', 'analyst', 'manager', 'agent', 'viewer'];

export function MemberSettings(): ReactNode {
  const { members: words } = useWords(settingsWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const members = useQuery({
    queryKey: ['members', slug],
    queryFn: ({ signal }) => ask<{ members: Member[] }>(apiOf(slug, '/members'), { signal }),
    enabled: may('manage-members'),
  });
  return (
    <SettingsSection title={words.title} lead={words.lead} needs="manage-members">
      {members.error && <Failure heading="h2" error={members.error} onAgain={() => void members.refetch()} />}
      {members.data && <MemberTable members={members.data.members} />}
      <Invite />
      <OpenInvitations />
    </SettingsSection>
  );
}

function MemberTable({ members }: { readonly members: readonly Member[] }): ReactNode {
  const words = useWords(settingsWords);
  const shell = useWords(shellWords);
  const { language } = useLanguage();
  const { slug, me } = useWorkspace();
  const client = useQueryClient();
  const refresh = () => {
    void client.invalidateQueries({ queryKey: ['members', slug] });
    void client.invalidateQueries({ queryKey: meKey });
  };
  const give = useMutation({
    mutationFn: ({ id, role }: { id: string; role: string }) =>
      ask(apiOf(slug, `/members/${id}`), { method: 'PATCH', body: { role } }),
    onSettled: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => ask(apiOf(slug, `/members/${id}`), { method: 'DELETE' }),
    onSettled: refresh,
  });
  const access = useMutation({
    mutationFn: ({ id, step }: { id: string; step: 'disable' | 'enable' }) =>
      ask(apiOf(slug, `/members/${id}/${step}`), { method: 'POST' }),
    onSettled: refresh,
  });
  const fault = useFault(give.error ?? remove.error ?? access.error);
  return (
    <>
      <FormError fault={fault} />
      <table className="cards-on-phone">
        <caption className="unseen">{words.members.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.members.name}</th>
            <th scope="col">{words.members.email}</th>
            <th scope="col">{words.members.role}</th>
            <th scope="col">{words.members.since}</th>
            <th scope="col">{words.members.remove}</th>
          </tr>
        </thead>
        <tbody>
          {members.map(({ id, userId, name, email, role, since, disabledAt }) => (
            <tr key={id}>
              <th scope="row">{visibleText(name)}</th>
              <td>{visibleText(email)}</td>
              <td>
                <select
                  aria-label={`${words.members.role}: ${visibleText(name)}`}
                  value={role}
                  onChange={(event) => give.mutate({ id, role: event.target.value })}
                >
                  {roles.map((value) => (
                    <option key={value} value={value}>
                      {shell.role[value]}
                    </option>
                  ))}
                </select>
              </td>
              <td>
                {dateText(since, language)}
                {disabledAt && <small>{words.members.noAccess(dateText(disabledAt, language))}</small>}
              </td>
              <td>
                {userId !== me.user.id && (
                  <>
                    <Access
                      name={visibleText(name)}
                      disabled={disabledAt !== null}
                      onStep={(step) => access.mutate({ id, step })}
                    />{' '}
                    <SureButton
                      text={words.members.remove}
                      label={words.members.removeName(name)}
                      question={words.members.removeSure(name)}
                      onSure={() => remove.mutate(id)}
                    />
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Taking access away asks once; giving it back harms nobody. */
function Access(props: {
  readonly name: string;
  readonly disabled: boolean;
  readonly onStep: (step: 'disable' | 'enable') => void;
}): ReactNode {
  const { members: words } = useWords(settingsWords);
  return props.disabled ? (
    <button
      type="button"
      className="link"
      aria-label={words.enableName(props.name)}
      onClick={() => props.onStep('enable')}
    >
      {words.enable}
    </button>
  ) : (
    <SureButton
      text={words.disable}
      label={words.disableName(props.name)}
      question={words.disableSure(props.name)}
      onSure={() => props.onStep('disable')}
    />
  );
}

function Invite(): ReactNode {
  const words = useWords(settingsWords);
  const shell = useWords(shellWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const invite = useMutation({
    mutationFn: (body: { email: string; role: string }) =>
      ask<{ token: string }>(apiOf(slug, '/member-invitations'), { method: 'POST', body }),
    onSuccess: () => {
      form.current?.reset();
      void client.invalidateQueries({ queryKey: ['invitations', slug] });
    },
  });
  const fault = useFault(invite.error);
  useFocusWrong(form, invite.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    invite.mutate({ email: String(data.get('email')), role: String(data.get('role')) });
  };
  return (
    <form className="form form-row" ref={form} onSubmit={submit}>
      <FormError fault={fault} fields={['email']} />
      <TextField
        label={words.members.email}
        name="email"
        type="email"
        required
        maxLength={320}
        error={fault?.field === 'email' ? fault.text : undefined}
      />
      <ChoiceField
        label={words.members.role}
        name="role"
        defaultValue="viewer"
        choices={roles.map((value) => ({ value, text: shell.role[value] }))}
      />
      <button type="submit" className="button" aria-disabled={invite.isPending}>
        {words.members.invite}
      </button>
      {invite.data && (
        <ShownOnce
          label={words.members.link}
          hint={words.members.linkHint}
          value={`${location.origin}/join/${invite.data.token}`}
        />
      )}
    </form>
  );
}

function OpenInvitations(): ReactNode {
  const words = useWords(settingsWords);
  const shell = useWords(shellWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const open = useQuery({
    queryKey: ['invitations', slug],
    queryFn: ({ signal }) => ask<{ invitations: Invitation[] }>(apiOf(slug, '/member-invitations'), { signal }),
  });
  const withdraw = useMutation({
    mutationFn: (id: string) => ask(apiOf(slug, `/member-invitations/${id}`), { method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['invitations', slug] }),
  });
  const invitations = open.data?.invitations ?? [];
  if (invitations.length === 0) return null;
  return (
    <>
      <h3 className="settings-subtitle">{words.members.open}</h3>
      <ul className="plain-list">
        {invitations.map(({ id, email, role, expiresAt }) => (
          <li key={id}>
            {visibleText(email)}, {shell.role[role]}, {words.members.until(dateText(expiresAt, language))}{' '}
            <button
              type="button"
              className="link"
              aria-label={words.members.withdraw(email)}
              onClick={() => withdraw.mutate(id)}
            >
              {words.keys.revoke}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
