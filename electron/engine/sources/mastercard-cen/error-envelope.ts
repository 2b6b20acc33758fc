import { z } from 'zod';
import { maskedText } from '../../cards/masked-text.ts';

/** What an error answer says for itself, card numbers masked. */
export interface ErrorEnvelope {
  /** `page` where it is a web page, which no API sends: something in between has answered. */
  readonly form: 'json' | 'page' | 'other' | 'empty';
  /** `Gateway` for signature, routing and quota; the service's own name otherwise. */
  readonly source: string | null;
  readonly code: string | null;
  readonly description: string | null;
  readonly details: string | null;
  /** Mastercard's own word on whether trying again makes sense; null where it says nothing. */
  readonly isRecoverable: boolean | null;
}

/** Reads the envelope that Mastercard's gateway and service share, or says what came in its place. Never throws. */
export function readErrorEnvelope(body: Uint8Array): ErrorEnvelope {
  const text = new TextDecoder().decode(body.subarray(0, MOST_BYTES)).trim();
  if (text === '') return { ...NOTHING, form: 'empty' };
  if (text.startsWith('<')) return { ...NOTHING, form: 'page' };
  const value = parsed(text);
  if (value === undefined) return { ...NOTHING, form: 'other' };
  const error = envelopeSchema.parse(value)?.Errors?.Error;
  const first = Array.isArray(error) ? error[0] : error;
  return {
    form: 'json',
    source: first?.Source ?? null,
    code: first?.ReasonCode ?? null,
    description: first?.Description ?? null,
    details: first?.Details ?? null,
    isRecoverable: first?.Recoverable ?? null,
  };
}

/** Error bodies are a few hundred bytes. */
const MOST_BYTES = 65_536;

const NOTHING = { source: null, code: null, description: null, details: null, isRecoverable: null };

const word = z.string().min(1).max(80).transform(maskedText).nullish().catch(null);
const line = z
  .string()
  .transform((text) => maskedText(text.replace(/\s+/g, ' ')).slice(0, 300))
  .nullish()
  .catch(null);

const errorSchema = z
  .object({
    Source: word,
    ReasonCode: word,
    Description: line,
    Details: line,
    // Sent as text by some of Mastercard's services.
    Recoverable: z
      .union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

const envelopeSchema = z
  .object({
    Errors: z
      .object({ Error: z.union([z.array(errorSchema), errorSchema]) })
      .nullish()
      .catch(null),
  })
  .nullish()
  .catch(null);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
