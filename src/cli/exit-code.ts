/** What a finished command tells the shell. */
export const exitCode = {
  fine: 0,
  /** The input has problems. */
  problems: 1,
  /** The call itself is wrong. */
  usage: 2,
  /** Our fault (EX_SOFTWARE). */
  fault: 70,
  /** Could not write (EX_IOERR). */
  output: 74,
  /** Stopped by Ctrl+C (128 + SIGINT). */
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
