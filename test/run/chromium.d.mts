export const chromiumArgs: string[];
export function extensionArgs(directory: string): string[];
export function findChromium(): string | undefined;
export function chromiumPath(): string;
