/** Every value of a covered frame: a middle grey, which few pictures show evenly by themselves, as they do black. */
export const COVER_VALUE = 128;
