/** One way of listening to several channels with one ear. */
export interface Mix {
  /** For people: `channel 2`, `sum`, `channel 1 less channel 3`. */
  name: string;
  /** What each channel counts in it. */
  weights: readonly number[];
}

export const channelMix = (channel: number, channels: number): Mix => ({
  name: `channel ${channel + 1}`,
  weights: Array.from({ length: channels }, (_, i) => (i === channel ? 1 : 0)),
});

/** Makes the mix that a single loudspeaker plays. */
export const sumMix = (channels: number): Mix => ({
  name: 'sum',
  weights: Array.from({ length: channels }, () => 1 / channels),
});

/** Takes away what two channels have in common, and so uncovers what lies under it. */
export const differenceMix = (one: number, other: number, channels: number): Mix => ({
  name: `channel ${one + 1} less channel ${other + 1}`,
  weights: Array.from({ length: channels }, (_, i) => (i === one ? 0.5 : i === other ? -0.5 : 0)),
});
