/** Words for people: one short line on stderr, so that stdout stays free for what a command answers. */
export function say(text) {
  process.stderr.write(`quayside: ${text}\n`);
}
