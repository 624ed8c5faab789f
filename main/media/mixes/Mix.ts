/** One way of listening to several channels with one ear. */
export interface Mix {
  /** What is heard: all channels together, one of them, or one without what it has in common with another. */
  kind: 'sum' | 'channel' | 'difference';
  /** The channels that it is made of, counted from 1; none for all of them. */
  channels: readonly number[];
  /** What each channel counts in it. */
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

/** Takes away what two channels have in common, and so uncovers what lies under it. */
export const differenceMix = (one: number, other: number, channels: number): Mix => ({
  kind: 'difference',
  channels: [one + 1, other + 1],
  weights: Array.from({ length: channels }, (_, i) => (i === one ? 0.5 : i === other ? -0.5 : 0)),
});
