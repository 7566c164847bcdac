/** Trouble that has a name: every error Candor raises on purpose is a `CandorError` with a code of the catalogue. */
export { CandorError, type CandorErrorDetails, isCandorError } from './candor-error.ts';
export { type ErrorCode, errorCatalogue } from './catalogue.ts';
export { nearestName } from './nearest-name.ts';
