export interface MailTheme {
  /** Of the button and the edges of the scores; `#1D5FA8` where nobody chose. */
  readonly accent?: string;
  /** Of the words on it. */
  readonly onAccent?: string;
}

/** What one mail says; the texts are those of the survey, with the merge fields filled. */
export interface InvitationMail {
  readonly texts: {
    readonly subject: string;
    /** "Hello Anna," */
    readonly greeting?: string;
    /** One or two sentences before the question. */
    readonly introduction: string;
    /** The first question, word for word as on the page. */
    readonly question?: string;
    /** Of the lowest and the highest score. */
    readonly anchors?: { readonly low: string; readonly high: string };
  };
  /** The level of the programme: it decides what the mail says of its reason. */
  readonly level: 'encounter' | 'relationship';
  /** How many questions a usual respondent meets; said under the introduction. */
  readonly questions?: number;
  /** BCP 47, of the texts. */
  readonly language: string;
  /** Opens the questions. */
  readonly link: string;
  /** One for each score, in the order of the scale. Needs a question and its anchors. */
  readonly scoreLinks?: readonly { readonly score: number; readonly url: string }[];
  /** Ends the reminders of this invitation. */
  readonly stopLink?: string;
  /** Opens the page that ends all surveys: shows on GET, acts on POST. */
  readonly unsubscribeLink: string;
  readonly privacyLink?: string;
  readonly sender: {
    readonly name: string;
    /** Postal address: the law of most countries asks for it. */
    readonly address?: string;
  };
  readonly theme?: MailTheme;
  /** Says so in the first line. */
  readonly reminder?: boolean;
}
