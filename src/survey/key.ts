import * as z from 'zod';

const pattern = '[a-z][a-z0-9_-]{0,63}';
const what = 'needs a key: a small letter, then at most 63 small letters, digits, - or _';

/** How a page, question, row or option is called by programs: stored with every answer, so it is never reworded. */
export const key = z.string().regex(new RegExp(`^${pattern}$`), { error: what });

/** Options are often numbers ("1", "2-5"), so theirs may begin with a digit. */
export const optionKey = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,63}$/, {
  error: 'needs a key of at most 64 small letters, digits, - or _',
});

/** One row of a matrix, as it is stored: a single item. No key holds a dot, so it cannot be mistaken. */
export const rowKey = z.string().regex(new RegExp(`^${pattern}\\.${pattern}$`), { error: 'needs key.row' });
