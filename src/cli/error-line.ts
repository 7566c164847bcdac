import type { CandorError } from '../errors/index.ts';
import { errorText, type Language, languages, visibleText } from '../present/index.ts';

/** The language of the call, also where the call itself is refused and its flags were never read. */
export function languageAsked(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const given = at < 0 ? undefined : args[at]!.includes('=') ? args[at]!.split('=')[1] : args[at + 1];
  return languages.find((code) => code === given?.toLowerCase()) ?? 'en';
}

/**
 * A refusal as one line on standard error. English says exactly what was met; Finnish and Swedish say what happened,
 * the columns or values met, and what to do.
 */
export function errorLine(error: CandorError, language: Language): string {
  if (language === 'en') return visibleText(`candor: ${sentence(error.message)} ${error.remedy}`);
  const { happened, particulars, remedy, code } = errorText(error.toJSON(), language, 'terminal');
  return visibleText(`candor: ${[happened, ...particulars, remedy].map(sentence).join(' ')} (${code})`);
}

const sentence = (message: string) => (/[.!?…]$/.test(message) ? message : `${message}.`);
