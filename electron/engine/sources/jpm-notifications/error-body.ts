import { maskedText } from '../../cards/masked-text.ts';
import { objectOf, textOf, type JsonObject } from '../../decode/jpm/members.ts';

/** What an error answer says for itself, card numbers masked. */
export interface JpmErrorBody {
  /** `messages` is the service's own envelope, `gateway` that of the platform in front, `page` a web page. */
  readonly form: 'messages' | 'gateway' | 'oauth' | 'page' | 'other' | 'empty';
  readonly code: string | null;
  readonly message: string | null;
  /** What was found wrong with single headers or parameters. */
  readonly complaints: readonly string[];
}

/** Reads an error by what it is, not by what its content type claims. Never throws. */
export function readErrorBody(body: Uint8Array): JpmErrorBody {
  const text = new TextDecoder().decode(body.subarray(0, MOST_BYTES)).trim();
  if (text === '') return { ...NOTHING, form: 'empty' };
  if (/^<(!doctype\s+html|html|\?xml)[\s>]/i.test(text)) return { ...NOTHING, form: 'page' };
  const object = objectIn(text);
  if (object === null) return { ...NOTHING, form: 'other', ...codeInText(text) };
  // The specification names the envelope `messages`: it may stand by itself or under that name.
  const messages = 'responseStatus' in object ? object : objectOf(object['messages']);
  if (messages !== null) return readMessages(messages);
  if ('errorCode' in object || 'errorDescription' in object) {
    return {
      form: 'gateway',
      code: word(object['errorCode']),
      message: line(object['errorDescription']),
      complaints: [],
    };
  }
  const code = word(object['error']);
  const message = line(object['error_description']);
  return { form: code === null ? 'other' : 'oauth', code, message, complaints: [] };
}

/** Error bodies are a few hundred bytes. */
const MOST_BYTES = 65_536;
const NOTHING = { code: null, message: null, complaints: [] } as const;

function readMessages(object: JsonObject): JpmErrorBody {
  const errors = object['validationErrors'];
  const complaints = (Array.isArray(errors) ? errors.slice(0, 5) : []).map((entry) => {
    const members = objectOf(entry) ?? {};
    return [line(members['entity']), line(members['message']) ?? word(members['code'])]
      .filter((part) => part !== null)
      .join(': ');
  });
  return {
    form: 'messages',
    code: word(object['responseCode']) ?? word(object['responseStatus']),
    message: line(object['responseMessage']),
    complaints: complaints.filter((complaint) => complaint !== ''),
  };
}

function objectIn(text: string): JsonObject | null {
  try {
    return objectOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/** ADFS may answer in plain text, with a number of its own for what is wrong. */
function codeInText(text: string): Pick<JpmErrorBody, 'code'> {
  return { code: /\bMSIS\d{4}\b/.exec(text)?.[0] ?? null };
}

const word = (value: unknown): string | null => {
  const text = textOf(value);
  return text !== null && /^[\w.-]{1,80}$/.test(text) ? maskedText(text) : null;
};

const line = (value: unknown): string | null => {
  const text = textOf(value);
  return text === null ? null : maskedText(text).slice(0, 200);
};
