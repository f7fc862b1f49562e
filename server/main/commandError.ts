/** What keeps a command from doing its work, in words for the person who typed it. Exit code 2. */
export class CommandError extends Error {}
