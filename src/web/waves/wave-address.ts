import { pageOf } from '../api/workspace.tsx';

/** The page of one wave. */
export const waveAddress = (slug: string, wave: string): string => `${pageOf(slug, 'collect/waves')}?wave=${wave}`;
