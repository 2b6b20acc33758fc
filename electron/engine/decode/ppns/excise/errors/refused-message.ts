import type { Refused } from '../variants/refusals.ts';

/** What an IE704 tells of the message that it refuses. */
export interface RefusalSigns {
  readonly arc: string | null;
  readonly lrn: string | null;
  readonly codes: readonly string[];
  /** XPaths into the refused message. */
  readonly locations: readonly string[];
}

/**
 * Which message was refused. The schema has no field for it, so this is what its places, its codes and its references
 * agree on; `other` where nothing tells, or where they do not agree. A draft has an LRN and no ARC yet.
 */
export function refusedMessage({ arc, lrn, codes, locations }: RefusalSigns): Refused {
  const [kind, another] = new Set([...codes.flatMap(kindOfCode), ...locations.flatMap(kindOfPlace)]);
  if (kind !== undefined) return another === undefined ? kind : 'other';
  return lrn !== null && arc === null ? 'IE815' : 'other';
}

const kindOfCode = (code: string): readonly Refused[] =>
  (Object.entries(CODES) as [Refused, readonly string[]][]).flatMap(([kind, codes]) =>
    codes.includes(code) ? [kind] : [],
  );

/** The element below `Body` names the message better than the root, which a gateway may have put around it. */
function kindOfPlace(location: string): readonly Refused[] {
  const steps = location.split('/').map((step) => step.replace(/^.*:|\[\d+\]$/g, ''));
  const [named] = steps.flatMap((step) => ELEMENTS.get(step) ?? []);
  if (named !== undefined) return [named];
  const root = steps.find((step) => step !== '') ?? '';
  return ROOTS.flatMap((kind) => (kind === root ? [kind] : []));
}

const ROOTS = ['IE810', 'IE813', 'IE815', 'IE818', 'IE819', 'IE825', 'IE837', 'IE871'] as const;

const ELEMENTS: ReadonlyMap<string, Refused> = new Map(
  Object.entries({
    SubmittedDraftOfEADESAD: 'IE815',
    CancellationOfEAD: 'IE810',
    ChangeOfDestination: 'IE813',
    AcceptedOrRejectedReportOfReceiptExport: 'IE818',
    AlertOrRejectionOfEADESAD: 'IE819',
    ExplanationOnDelayForDelivery: 'IE837',
    ExplanationOnReasonForShortage: 'IE871',
  } as const),
);

/** The codes of which HMRC's own title names the message that they are about. */
const CODES: Partial<Record<Refused, readonly string[]>> = {
  IE810: ['4489', '4493', '4494', '4528'],
  IE813: ['4453', '4454', '9019'],
  IE818: ['4476', '4477', '4478', '4479', '4498'],
  IE819: ['4517', '4518', '4531'],
  IE825: [
    ...['4501', '4502', '4503', '4504', '4506', '4509', '4510', '4511', '4512', '4513', '4514'],
    ...['4519', '4520', '4521'],
  ],
  IE871: ['4522', '4526'],
};
