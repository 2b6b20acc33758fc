import { readXmlText, type MessageContent } from './read-message.ts';

/** What can be searched of a message: the values of its leaves, without names and marks. At most 64 K characters. */
export function searchTextOf(content: MessageContent, text: string): string {
  if (content.form === 'unreadable') return text.slice(0, MOST_CHARACTERS);
  if (content.form === 'xml') return content.root.texts().join(' ').slice(0, MOST_CHARACTERS);
  const found: string[] = [];
  let length = 0;
  // A stack of its own: how deep a producer nests is not ours to say.
  const waiting: unknown[] = [content.value];
  while (waiting.length > 0 && length < MOST_CHARACTERS) {
    const value = waiting.pop();
    if (typeof value === 'string' || typeof value === 'number') {
      const leaf = leafOf(value);
      found.push(leaf);
      length += leaf.length + 1;
    } else if (typeof value === 'object' && value !== null) {
      const inside: unknown[] = Object.values(value);
      waiting.push(...inside.slice(0, MOST_CHARACTERS).reverse());
    }
  }
  return found.join(' ').slice(0, MOST_CHARACTERS);
}

const MOST_CHARACTERS = 65_536;

/** A transit message stands as XML inside a JSON string. */
function leafOf(value: string | number): string {
  const text = String(value);
  const root = readXmlText(text);
  return root === null ? text : root.texts().join(' ');
}
