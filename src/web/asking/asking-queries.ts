import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Language } from '../../present/index.ts';
import { percentText, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { useChoices } from '../view/use-choices.ts';
import type { LegalBases, ListedFigures, ListedProgramme, Rate } from './asking-api.ts';

/** Messages go out without an answer coming in, so these pages also look by themselves. */
const lookAgainMilliseconds = 10_000;

/** Reads something below the programmes of this workspace; asked again when answers come, and every ten seconds. */
export function useAsking<Answer>(
  path: string,
  { enabled = true, live = true }: { readonly enabled?: boolean; readonly live?: boolean } = {},
): UseQueryResult<Answer> {
  const { slug } = useWorkspace();
  return useQuery({
    queryKey: [...liveKey(slug), 'asking', path],
    queryFn: ({ signal }) => ask<Answer>(apiOf(slug, path), { signal }),
    enabled,
    staleTime: 0,
    ...(live && { refetchInterval: lookAgainMilliseconds }),
  });
}

export const useProgrammes = () => useAsking<{ programmes: ListedProgramme[] }>('/programmes');
export const useFigures = () => useAsking<{ rateDays: number; programmes: ListedFigures[] }>('/programme-figures');
export const useBases = () => useAsking<LegalBases>('/contact-basis', { live: false });

/** The touchpoints of the workspace by key, and how each is called. */
export function useTouchpoints(): {
  readonly touchpoints: readonly { readonly key: string; readonly name: string }[];
  readonly nameOf: (key: string) => string;
} {
  const choices = useChoices();
  const touchpoints = choices.data?.touchpoints ?? [];
  const names = new Map(touchpoints.map(({ key, name }) => [key, visibleText(name || key)]));
  return { touchpoints, nameOf: (key) => names.get(key) ?? visibleText(key) };
}

export const programmesOf = (slug: string) => pageOf(slug, 'collect/programmes');
export const programmeAt = (slug: string, id: string) => `${programmesOf(slug)}?programme=${id}`;
export const rulesAt = (slug: string, id: string) => `${programmeAt(slug, id)}&edit=rules`;

/** The list "why was this person not asked", with these filters. */
export function whyAt(slug: string, filters: Readonly<Record<string, string>> = {}): string {
  return `${programmesOf(slug)}?${new URLSearchParams({ show: 'decisions', ...filters })}`;
}

/** "12 % (8 to 17 %)" in two parts. */
export function rateTexts({ value, low, high }: Rate, language: Language) {
  const [from, to] = [percentText(low, 0, language), percentText(high, 0, language)];
  const joint = language === 'en' ? ' to ' : language === 'sv' ? ' till ' : '…';
  return { share: percentText(value, 0, language), interval: `${from}${joint}${to}` };
}

/** An instant as its reader's language and the workspace's clock say it. */
export function momentText(at: string, language: Language, timeZone: string): string {
  const how = { dateStyle: 'medium', timeStyle: 'short', timeZone } as const;
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, how).format(new Date(at));
}
