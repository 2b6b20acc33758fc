/**
 * Whether a DMSEOG (16) with this Status says that the goods have left: HMRC's samples hold A1 only, and A2 stands
 * beside it in the EU's list of control results. A message without a Status is taken by its type.
 */
export const hasLeft = (statusCode: string | null): boolean => statusCode === null || GONE.has(statusCode);

const GONE: ReadonlySet<string> = new Set(['A1', 'A2']);
