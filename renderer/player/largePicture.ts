import { create } from 'zustand';

/** The picture takes the room that it can have. It stays while other things are on the screen. */
export const useLargePicture = create(() => ({ large: false }));

export const toggleLargePicture = (): void => useLargePicture.setState(({ large }) => ({ large: !large }));
