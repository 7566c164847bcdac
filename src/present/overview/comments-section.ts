import type { View } from '../../view/index.ts';
import { capitalised } from '../capitalised.ts';
import { dayText } from '../day-text.ts';
import { personName } from '../dimension-name.ts';
import { numberText } from '../numbers.ts';
import type { OverviewContext } from './overview-context.ts';

/** What people wrote, beside the figures. */
export interface CommentsSection {
  readonly title: string;
  readonly counts: string;
  readonly quotes: readonly { readonly id: string; readonly text: string; readonly by: string }[];
  readonly readAll: string;
  readonly view: View;
}

/** Words the comments of the group that matters most. */
export function commentsSection(context: OverviewContext): CommentsSection | undefined {
  const { value, overview, language, name, groupName } = context;
  const { comments } = value;
  if (!comments) return undefined;
  const words = overview.comments;
  const [open, close] = words.mark;
  return {
    title: words.title(capitalised(groupName(comments.by, comments))),
    counts: words.counts({ ...comments, inside: name(comments.period).inside }),
    quotes: comments.quotes.map((quote) => ({
      id: quote.responseId,
      text: `${open}${quote.text}${close}`,
      by: words.quote({
        ...(quote.score === undefined
          ? {}
          : { score: numberText(quote.score, Number.isInteger(quote.score) ? 0 : 1, language) }),
        role: personName(quote.role, language),
        day: dayText(quote.day, language),
      }),
    })),
    readAll: words.readAll(comments.responses),
    view: comments.view,
  };
}
