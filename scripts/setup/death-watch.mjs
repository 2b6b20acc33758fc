import { spawn } from 'node:child_process';

let watcher;

/**
 * Asks for something to be cleared away should we be killed outright, when no handler of ours can run.
 *
 * A small shell in a session of its own holds the other end of a pipe; the pipe closes when we are gone, however
 * we went. Process groups are ended (asked first, killed a second later) and folders removed. On Windows nothing
 * is watched.
 *
 * @param {'group' | 'folder'} kind
 * @param {number | string} what a process group's id, or a folder's absolute path
 */
export function watchOver(kind, what) {
  tell(kind, what);
}

/** A process group that has ended: its number may soon be somebody else's. */
export function forgetGroup(group) {
  tell('forget', group);
}

const SHELL = `
groups=
while read -r verb what; do
  case $verb in
    group) groups="$groups $what" ;;
    folder) set -- "$@" "$what" ;;
    forget) left=; for one in $groups; do [ "$one" = "$what" ] || left="$left $one"; done; groups=$left ;;
  esac
done
for one in $groups; do kill -TERM "-$one" 2>/dev/null; done
[ -z "$groups" ] || sleep 1
for one in $groups; do kill -KILL "-$one" 2>/dev/null; done
[ $# -eq 0 ] || rm -rf -- "$@"
`;

function tell(verb, what) {
  if (process.platform === 'win32') return;
  if (watcher === undefined) {
    watcher = spawn('/bin/sh', ['-c', SHELL], {
      stdio: ['pipe', 'ignore', 'ignore'],
      detached: true,
      cwd: '/',
    });
    watcher.on('error', () => undefined);
    watcher.stdin.on('error', () => undefined);
    watcher.unref();
    watcher.stdin.unref();
  }
  watcher.stdin.write(`${verb} ${what}\n`);
}
