import { oc } from '@orpc/contract';

export interface ChannelMeta {
  /** True for commands: they need a workspace open for writing. */
  readonly writes: boolean;
}

/** A channel that only reads. */
export const query = oc.$meta<ChannelMeta>({ writes: false });

/** A channel that may write. */
export const command = oc.$meta<ChannelMeta>({ writes: true });
