import { fileURLToPath } from 'node:url';

/** The checkout's own folder, without a trailing slash, wherever the command was started. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');
