export const chromiumAdvice: string;
export const chromiumFlags: string[];
export function findChromium(): string | undefined;
