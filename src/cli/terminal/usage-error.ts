/** The command was called wrongly: its message is one line, and mops ends with 2. */
export class UsageError extends Error {}
