export const IS_SOAK: boolean;
export const SOAK: Readonly<Record<string, string>>;
