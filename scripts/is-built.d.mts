export const IS_BUILT: boolean;
export const BUILT: Readonly<Record<string, string>>;
