import type { AuditResult } from '../audit/index.ts';
import type { Language } from '../present/index.ts';

/** The report as one HTML file. */
export async function auditDocument(_result: AuditResult, _language: Language): Promise<string> {
  throw new Error('later');
}
