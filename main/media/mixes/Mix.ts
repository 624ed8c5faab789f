/** One way of listening to several channels with one ear. */
export interface Mix {
  /** All channels together, one of them, or one without what it has in common with another. */
  kind: 'sum' | 'channel' | 'difference';
  /** Channels in the mix, counted from 1; empty for all of them. */
  channels: readonly number[];
  /** The weight of each channel. */
  weights: readonly number[];
}

export const channelMix = (channel: number, channels: number): Mix => ({
  kind: 'channel',
  channels: [channel + 1],
  weights: Array.from({ length: channels }, (_, i) => (i === channel ? 1 : 0)),
});

/** Makes the mix that a single loudspeaker plays. */
export const sumMix = (channels: number): Mix => ({
  kind: 'sum',
  channels: [],
  weights: Array.from({ length: channels }, () => 1 / channels),
});

/** Makes the mix that removes what two channels have in common, and so uncovers what lies under it. */
export const differenceMix = (one: number, other: number, channels: number): Mix => ({
  kind: 'difference',
  channels: [one + 1, other + 1],
  weights: Array.from({ length: channels }, (_, i) => (i === one ? 0.5 : i === other ? -0.5 : 0)),
});
