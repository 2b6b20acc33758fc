import { readdirSync, readFileSync } from 'node:fs';

/** The process ids of everything that was started, directly or not, by this process (Linux). */
export function descendants(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((child) => parentOf(child) === pid);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Which of the app's processes holds the archive open: its engine. */
export function engineOf(pid: number): number | null {
  return descendants(pid).find((child) => commandLine(child).includes('node.mojom.NodeService')) ?? null;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function parentOf(pid: number): number | null {
  try {
    // The name of the program, in brackets, may hold blanks and brackets of its own.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return null;
  }
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
