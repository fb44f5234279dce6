export const firefoxPreferences: Record<string, unknown>;
export function findFirefox(): string | undefined;
export function firefoxPath(): string;
