import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { errorText } from '../../present/index.ts';
import { toldOf } from '../api/request.ts';
import { useLanguage } from '../language.tsx';

/** What a refusal means for a form: a fault of one field, or of the whole. */
export interface FormFault {
  readonly field?: string;
  readonly text: string;
  readonly code: string;
}

/** The fault in the reader's language. English also gets the exact sentence of the server. */
export function useFault(error: unknown): FormFault | undefined {
  const { language } = useLanguage();
  if (!error) return undefined;
  const told = toldOf(error);
  const { happened, remedy, code } = errorText(told, language);
  const field = told.details?.field;
  const exact = language === 'en' && told.message ? sentence(told.message) : happened;
  return { text: [exact, remedy].filter(Boolean).join(' '), code, ...(typeof field === 'string' ? { field } : {}) };
}

const sentence = (text: string) => `${text.replace(/^./, (letter) => letter.toUpperCase()).replace(/[.;]?$/, '')}.`;

/** The fault of a whole form, read aloud and reached by the keyboard; faults of fields stand at their fields. */
export function FormError(props: {
  readonly fault: FormFault | undefined;
  readonly fields?: readonly string[];
}): ReactNode {
  const { fault, fields = [] } = props;
  const shown = fault && !(fault.field && fields.includes(fault.field)) ? fault : undefined;
  // A new fault is a new box, so that it is told anew.
  return shown ? <ErrorBox key={shown.text} fault={shown} /> : null;
}

function ErrorBox({ fault }: { readonly fault: FormFault }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="form-error" role="alert" tabIndex={-1} ref={box}>
      <p>{fault.text}</p>
      <p className="small">{fault.code}</p>
    </div>
  );
}

/** After a refusal the keyboard stands in the field that is wrong; `refused` is the refusal, new each time. */
export function useFocusWrong(form: RefObject<HTMLFormElement | null>, refused: unknown): void {
  useEffect(() => {
    const field = refused ? toldOf(refused).details?.field : undefined;
    const control = typeof field === 'string' ? form.current?.elements.namedItem(field) : undefined;
    if (control instanceof HTMLElement) control.focus();
  }, [refused, form]);
}
