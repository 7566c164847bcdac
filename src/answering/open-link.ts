import type { AnswerForm, OpenedAnswer } from './answer-form.ts';
import type { Answering } from './answering.ts';
import type { AskedVersion } from './asked-version.ts';
import { type FoundLink, findOpenLink, standingOfLink } from './open-link-store.ts';
import { privacyPath } from './token.ts';
import { askedVersion } from './version-store.ts';

/** By which way of a place somebody came, and who it is where the host of a widget has said so. */
export interface LinkVisit {
  /** Names one opening of the page: its answer is stored once, and its options keep their order. */
  readonly visit: string;
  /** Without it, the channel that the place was made for. */
  readonly channel?: 'qr' | 'widget' | 'kiosk';
  readonly person?: { readonly contactId: string; readonly accountId?: string };
}

/**
 * What does a page show that anybody may open (web link, QR code, widget)? Nobody was asked, so what is answered here is
 * in no response rate.
 */
export async function openLink(
  answering: Answering,
  { code, key, ...visit }: { code: string; key: string } & LinkVisit,
  now: Date,
): Promise<OpenedAnswer> {
  const found = await findOpenLink(answering, { code, key }, now);
  return found ? openFoundLink(answering, found, visit, now) : { kind: 'unknown', languages: [] };
}

/** The same for a place that was found already. */
export async function openFoundLink(
  answering: Answering,
  found: FoundLink,
  visit: LinkVisit,
  now: Date,
): Promise<OpenedAnswer> {
  const languages = languagesOfLink(found);
  const standing = standingOfLink(found, now);
  if (standing !== 'open') return { kind: standing, languages };
  const { workspaceId } = found;
  const version = await askedVersion(answering, { workspaceId, versionId: found.versionId!, now });
  return version ? { kind: 'open', form: formOfLink(found, version, visit) } : { kind: 'unknown', languages };
}

const languagesOfLink = ({ language }: FoundLink): readonly string[] => (language === null ? [] : [language]);

/** The form of a place by this version of its survey. */
export function formOfLink(found: FoundLink, version: AskedVersion, { visit, channel, person }: LinkVisit): AnswerForm {
  return {
    workspaceId: found.workspaceId,
    workspaceName: found.workspaceName,
    timeZone: found.timeZone,
    version,
    origin: {
      channel: channel ?? found.channel,
      openLinkId: found.id,
      ...(found.touchpointId && { touchpointId: found.touchpointId }),
      ...(found.orgUnitId && { orgUnitId: found.orgUnitId }),
      ...person,
      segment: '',
      respondentRole: '',
    },
    seed: visit,
    languages: languagesOfLink(found),
    values: { touchpoint: found.touchpointName ?? undefined },
    partial: undefined,
    stopPath: undefined,
    privacyPath: privacyPath(found.code),
  };
}
