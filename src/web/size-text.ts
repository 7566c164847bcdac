import { type Language, numberText } from '../present/index.ts';

/** Bytes as people read them: "3.4 MB". */
export function sizeText(bytes: number, language: Language): string {
  if (bytes < 1e6) return `${numberText(bytes / 1e3, 0, language)}\u00a0kB`;
  return `${numberText(bytes / 1e6, 1, language)}\u00a0MB`;
}
