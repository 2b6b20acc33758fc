import type { PointerStep } from './pointer-steps.ts';

/** `42A/67A/68A[1]/70A[1]#166` as steps: the tag, where there is one, after `#`. */
export const steps = (text: string): readonly PointerStep[] =>
  text.split('/').map((step) => {
    const [, section = '', sequence = null, tag = null] =
      /^([^[#]*)(?:\[([^\]]*)\])?(?:#(.*))?$/.exec(step) ?? [];
    return { section: section === '' ? null : section, sequence, tag };
  });
