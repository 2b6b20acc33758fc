import { XMLParser } from 'fast-xml-parser';
import { join } from 'node:path';
import { openDriver } from '../../electron/engine/store/sqlite/driver.ts';
import { perSecond, timed } from './measure.ts';

/** What fast-xml-parser alone does with these messages, with nothing read from its tree: a measure for any decoder. */
export async function bareParsePerSecond(messages: readonly Uint8Array[]): Promise<number> {
  const ms = await timed(() => parseBarely(messages));
  return perSecond(messages.length, ms);
}

export function parseBarely(messages: readonly Uint8Array[]): void {
  const parser = new XMLParser({ ignoreAttributes: false, parseTagValue: false, removeNSPrefix: true });
  for (const message of messages) parser.parse(Buffer.from(message));
}

/** What the database alone does with these messages, durably, so many a transaction: the ceiling of any store built on it. */
export async function bareInsertPerSecond(
  folder: string,
  messages: readonly Uint8Array[],
  batch: number,
): Promise<number> {
  const database = openDriver(join(folder, 'bare.sqlite'));
  database.exec('PRAGMA journal_mode=WAL');
  database.exec('PRAGMA synchronous=FULL');
  database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, body BLOB NOT NULL)');
  const ms = await timed(() => {
    for (let start = 0; start < messages.length; start += batch) {
      database.transaction(() => {
        for (const message of messages.slice(start, start + batch)) {
          database.run('INSERT INTO bare (body) VALUES (?)', message);
        }
      });
    }
  });
  database.close();
  return perSecond(messages.length, ms);
}
