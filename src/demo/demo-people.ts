import { addMember, createPerson, hashPassword, type MemberRole, makePassword, memberRoles } from '../people/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';

export const demoEmail = (role: MemberRole): string => `${role}@demo.example`;

const names: Readonly<Record<MemberRole, string>> = {
  owner: 'Olivia Owner',
  analyst: 'Antti Analyst',
  manager: 'Maria Manager',
  agent: 'Arvid Agent',
  viewer: 'Venla Viewer',
};

/** A password that nobody else has, and its hash: the store keeps the hash only. */
export async function newDemoPassword(): Promise<{ password: string; passwordHash: string }> {
  const password = makePassword();
  return { password, passwordHash: await hashPassword(password) };
}

/** One person for every role; all share the password of this installation. */
export async function addDemoPeople(
  transaction: WorkspaceTransaction,
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<void> {
  for (const role of memberRoles) {
    const person = { email: demoEmail(role), name: names[role], language: 'en', passwordHash } as const;
    const userId = await createPerson(transaction, person);
    if (userId) await addMember(transaction, { userId, role, now });
  }
}
