/** What loader and form share on the page of a host. */
export interface CandorOnPage {
  open: () => void;
  close: () => void;
}

/** What the loader hands to the form. */
export interface FormCall {
  /** Address of the place, for its pages. */
  readonly address: string;
  readonly language: string;
  readonly who: string;
  /** Whether the visitor asked for it: only then it takes the focus. */
  readonly isAsked: boolean;
  /** Says that the visitor did something with it: it rests from now on. */
  readonly rest: () => void;
}

export type ShowForm = (call: FormCall) => { readonly close: () => void };
