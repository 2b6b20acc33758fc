import { ppnsDecoder } from '../../electron/engine/decode/ppns/ppns-decoder.ts';
import type { Facts } from '../../shared/notification.ts';
import { ctcXml, type CtcMessage } from '../simulators/ppns/ctc-messages.ts';

/** What the decoder makes of one message's text. */
export function factsOf(message: string): Facts {
  const [first, ...others] = ppnsDecoder.decode(new TextEncoder().encode(message));
  if (first === undefined || others.length > 0) throw new Error('not exactly one notification');
  return first.facts;
}

/** The facts of a transit message by itself, with elements of `TransitOperation` and those that follow it. */
export const transitFactsOf = (
  type: string,
  operation = '',
  content = '',
  about: Partial<CtcMessage> = {},
): Facts => factsOf(ctcXml({ type, operation, content, ...about }));

/** Elements in the order given, each with its text or what is already XML. */
export const elements = (of: Readonly<Record<string, string>>): string =>
  Object.entries(of)
    .map(([name, inner]) => `<${name}>${inner}</${name}>`)
    .join('');
