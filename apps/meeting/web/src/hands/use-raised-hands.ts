/** Whose hands are up, by participants' ids, the one that has waited longest first. */
export const useRaisedHands = (): readonly string[] => [];
