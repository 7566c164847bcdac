import { type SuppressionReason, suppressAddresses } from '../accounts/index.ts';
import { addressHash } from '../channels/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import type { MessageChannel } from './contact-address.ts';

/** Never write to this address again, as it is written. What is no address is on no list. */
export async function suppress(
  transaction: WorkspaceTransaction,
  {
    key,
    channel,
    address,
    ...why
  }: {
    readonly key: Uint8Array;
    readonly channel: MessageChannel;
    readonly address: string;
    readonly reason: SuppressionReason;
    readonly now: Date;
  },
): Promise<void> {
  const hash = addressHash(key, channel, address);
  if (hash) await suppressAddresses(transaction, [{ channel, hash }], why);
}
