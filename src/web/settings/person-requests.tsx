import { useMutation } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { numberText, visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { SureButton } from '../sure-button.tsx';
import { personRequestWords } from './person-request-words.ts';
import { SettingsSection } from './settings-section.tsx';

interface Person {
  readonly id: string;
  readonly externalId: string | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly accounts: readonly string[];
  readonly invitations: number;
  readonly answers: number;
  readonly isOptedOut: boolean;
  readonly isErased: boolean;
}

/** As many as one search answers. */
const mostFound = 20;

/** What a person may ask of whoever keeps his data: to see it, to be left in peace, to be forgotten. */
export function PersonRequests(): ReactNode {
  const words = useWords(personRequestWords);
  return (
    <SettingsSection title={words.title} lead={words.lead} needs="handle-person-requests">
      <Search />
    </SettingsSection>
  );
}

function Search(): ReactNode {
  const words = useWords(personRequestWords);
  const { slug } = useWorkspace();
  const search = useMutation({
    mutationFn: (text: string) =>
      ask<{ persons: Person[] }>(apiOf(slug, '/persons/search'), { method: 'POST', body: { text } }),
  });
  const fault = useFault(search.error);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim();
    if (text !== '') search.mutate(text);
  };
  const persons = search.data?.persons;
  const again = () => search.variables !== undefined && search.mutate(search.variables);
  return (
    <>
      <form className="form form-narrow" onSubmit={submit}>
        <FormError fault={fault} />
        <TextField label={words.who} hint={words.whoHint} name="text" maxLength={200} required />
        <div className="buttons">
          <button type="submit" className="button" aria-disabled={search.isPending}>
            {words.find}
          </button>
          <span role="status">{persons?.length === 0 && words.nobody}</span>
        </div>
      </form>
      {persons && persons.length > 0 && <Found persons={persons} onChanged={again} />}
      {persons?.length === mostFound && <p className="small">{words.many}</p>}
    </>
  );
}

function Found(props: { readonly persons: readonly Person[]; readonly onChanged: () => void }): ReactNode {
  const words = useWords(personRequestWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const [told, setTold] = useState('');
  const handle = useMutation({
    mutationFn: ({ id, erase }: { id: string; erase: boolean }) =>
      erase
        ? ask(apiOf(slug, `/persons/${id}`), { method: 'DELETE' })
        : ask(apiOf(slug, `/persons/${id}/objection`), { method: 'POST' }),
    onSuccess: (_, { erase }) => setTold(erase ? words.done.erased : words.done.objected),
    onSettled: props.onChanged,
  });
  const fault = useFault(handle.error);
  const { head } = words;
  const count = (n: number) => numberText(n, 0, language);
  return (
    <>
      <FormError fault={fault} />
      <p role="status">{told}</p>
      <table className="cards-on-phone persons">
        <caption className="unseen">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{head.person}</th>
            <th scope="col">{head.accounts}</th>
            <th scope="col">{head.soFar}</th>
            <th scope="col">{head.state}</th>
            <th scope="col">{head.act}</th>
          </tr>
        </thead>
        <tbody>
          {props.persons.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <Named person={person} />
              </th>
              <td>{person.accounts.map(visibleText).join(', ') || '–'}</td>
              <td>{words.soFar(count(person.invitations), count(person.answers))}</td>
              <td>{person.isErased ? words.erased : person.isOptedOut ? words.objected : words.may}</td>
              <td>
                <Acts person={person} onWanted={(erase) => handle.mutate({ id: person.id, erase })} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Named({ person }: { readonly person: Person }): ReactNode {
  const words = useWords(personRequestWords);
  const { name, email, phone, externalId, isErased } = person;
  const known = [email, phone, externalId].filter((one) => one !== null);
  return (
    <>
      {name ? visibleText(name) : isErased ? words.erasedName : words.noName}
      {known.length > 0 && <span className="small"> {known.map(visibleText).join(', ')}</span>}
    </>
  );
}

function Acts(props: { readonly person: Person; readonly onWanted: (erase: boolean) => void }): ReactNode {
  const words = useWords(personRequestWords);
  const { slug } = useWorkspace();
  const { person, onWanted } = props;
  const called = person.name ?? person.email ?? person.externalId ?? words.noName;
  return (
    <div className="person-acts">
      <a
        className="link"
        href={apiOf(slug, `/persons/${person.id}`)}
        download={`person-${person.id}.json`}
        aria-label={`${words.see}: ${called}`}
      >
        {words.see}
      </a>
      {!person.isOptedOut && !person.isErased && (
        <SureButton
          text={words.object}
          label={`${words.object}: ${called}`}
          question={words.objectSure(called)}
          onSure={() => onWanted(false)}
        />
      )}
      {!person.isErased && (
        <SureButton
          text={words.erase}
          label={`${words.erase}: ${called}`}
          question={words.eraseSure(called)}
          onSure={() => onWanted(true)}
        />
      )}
    </div>
  );
}
