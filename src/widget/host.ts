/** What loader and form share on the page of a host. */
export interface CandorOnPage {
  open: () => void;
  close: () => void;
}

/** Says to a host that wants it (Trusted Types) that a text comes from the server of the loader. */
export interface Trust {
  readonly createHTML: (text: string) => string;
  readonly createScriptURL: (url: string) => string;
}

/** What the loader hands to the form. */
export interface FormCall {
  /** Address of the place, for its pages. */
  readonly address: string;
  readonly language: string;
  readonly who: string;
  /** Whether the visitor asked for it: only then it takes the focus. */
  readonly isAsked: boolean;
  readonly trust: Trust;
  /** Says that the visitor did something with it: it rests from now on. */
  readonly rest: () => void;
}

export type ShowForm = (call: FormCall) => { readonly close: () => void };
