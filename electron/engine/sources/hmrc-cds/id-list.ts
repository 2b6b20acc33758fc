import { failed, ok, type Result } from '../../../../shared/result.ts';
import { scanXml } from '../../decode/xml/scan-xml.ts';

/**
 * The ids in a list of the pull API: `<resource>` with a `<link rel="notification">` for each message. The
 * rest of an address says which queue it is in. At fault is what is not such a list, in words.
 */
export function readIdList(body: Uint8Array): Result<readonly string[], string> {
  const ids = new Set<string>();
  let root = null as string | null;
  const scan = scanXml(body, LIST_LIMITS, (name, attribute) => {
    root ??= name;
    if (name !== 'link' || attribute('rel') !== 'notification') return;
    const id = /([\w-]{1,64})\/?$/.exec(attribute('href') ?? '')?.[1];
    if (id !== undefined) ids.add(id);
  });
  if (!scan.ok) return failed(scan.failure.problem);
  return root === 'resource' ? ok([...ids]) : failed(`the root element is ${String(root).slice(0, 60)}`);
}

/** Lists hold up to 60,000 links of some 90 bytes; those of other kinds than ours are not limited. */
const LIST_LIMITS = { bytes: 33_554_432, depth: 8, attributes: 16, elements: 400_000 };
