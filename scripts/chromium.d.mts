export declare const chromiumAdvice: string;
/** Flags without which a headless Chromium calls home or fails as root. */
export declare const chromiumFlags: string[];
/** Path of a Chromium on this machine, or undefined. */
export declare function findChromium(): string | undefined;
