/** One step of the way to a value in a message. */
export interface PointerStep {
  readonly name: string;
  /** Position among its namesakes, 1-based; null where it is the only or the first one. */
  readonly index: number | null;
}

/**
 * The steps of an XPath as NCTS writes it, outermost first: prefixes are gone, `*[local-name()='Guarantee']` is its name,
 * `@` and a last `text()` are gone. Null for what is no such path.
 */
export function pointerSteps(pointer: string): readonly PointerStep[] | null {
  const written = pointer
    .trim()
    .replace(LOCAL_NAME, '$1')
    .split('/')
    .filter((step) => step !== '');
  if (written.length === 0 || written.length > MOST_STEPS || !/^[/.*\w]/.test(pointer.trim())) return null;
  const steps = written.filter((step) => step !== 'text()' && step !== '.').map(readStep);
  return steps.every((step) => step !== null) ? steps : null;
}

function readStep(written: string): PointerStep | null {
  const [, name, index] = STEP.exec(written) ?? [];
  if (name === undefined) return null;
  return { name, index: index === undefined ? null : Number(index) };
}

const LOCAL_NAME = /\*\[\s*local-name\(\)\s*=\s*["'](\w+)["']\s*\]/g;
const STEP = /^@?(?:[\w.-]+:|\*:)?(\*|[A-Za-z_][\w.-]*)(?:\[(?:position\(\)\s*=\s*)?(\d{1,5})\])?$/;
const MOST_STEPS = 40;
