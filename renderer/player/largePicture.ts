import { create } from 'zustand';

/** True when the picture takes all the room that it can have. It stays so while other things are on the screen. */
export const useLargePicture = create(() => ({ large: false }));

export const toggleLargePicture = (): void => useLargePicture.setState(({ large }) => ({ large: !large }));
