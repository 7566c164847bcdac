import { createContext, type ReactNode, useContext } from 'react';
import type { Me, MyWorkspace } from './me.ts';

export interface CurrentWorkspace extends MyWorkspace {
  readonly me: Me;
}

const Current = createContext<CurrentWorkspace | undefined>(undefined);

/** The workspace of the address, for everything inside it. */
export function WorkspaceProvider(props: {
  readonly workspace: CurrentWorkspace;
  readonly children: ReactNode;
}): ReactNode {
  return <Current value={props.workspace}>{props.children}</Current>;
}

export function useWorkspace(): CurrentWorkspace {
  const workspace = useContext(Current);
  if (!workspace) throw new Error('a page of a workspace stands outside of one');
  return workspace;
}

/** Where the server answers about this workspace. */
export const apiOf = (slug: string, path = ''): string => `/api/workspaces/${encodeURIComponent(slug)}${path}`;

/** Where a page of this workspace is. */
export const pageOf = (slug: string, page: string): string => `/w/${encodeURIComponent(slug)}/${page}`;
