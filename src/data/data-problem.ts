/** Why data cannot be read: what, where, and what to do about it. */
export class DataProblem extends Error {}
