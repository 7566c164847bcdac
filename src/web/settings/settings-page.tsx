import './settings.css';
import type { ReactNode } from 'react';
import { useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { BasisSettings } from './basis-settings.tsx';
import { KeySettings } from './key-settings.tsx';
import { MemberSettings } from './member-settings.tsx';
import { MetricSettings } from './metric-settings.tsx';
import { PersonRequests } from './person-requests.tsx';
import { PersonSettings } from './person-settings.tsx';
import { PrivacySettings } from './privacy-settings.tsx';
import { settingsWords } from './settings-words.ts';
import { WebhookSettings } from './webhook-settings.tsx';
import { WorkspaceSettings } from './workspace-settings.tsx';

/** Everything that can be set, each where it belongs; what the role does not allow says for whom it is. */
export function SettingsPage(): ReactNode {
  const words = useWords(settingsWords);
  const { name } = useWorkspace();
  usePageTitle(words.title, name);
  return (
    <div className="settings">
      <h1>{words.title}</h1>
      <MetricSettings />
      <MemberSettings />
      <KeySettings />
      <WebhookSettings />
      <BasisSettings />
      <WorkspaceSettings />
      <PrivacySettings />
      <PersonRequests />
      <PersonSettings />
    </div>
  );
}
