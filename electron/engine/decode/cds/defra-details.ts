import { defraDetail } from '../../../../shared/catalogue/defra-detail.ts';
import type { DecodedDetail, DecodedError } from '../../../../shared/notification.ts';
import { lowerFirst } from './lower-first.ts';
import { describePointer } from './pointers/describe-pointer.ts';
import type { Statement } from './statements.ts';

/** The codes of the decisions that a DMSALV carries, in order; none in other messages. */
export const decisionCodes = (statements: readonly Statement[]): readonly string[] =>
  statements.flatMap(({ type, code }) => (type === DECISION && code !== null ? [code] : []));

/** Each decision with the goods that its Error names: `Defra decision, goods item 1`. */
export const defraDetails = (
  statements: readonly Statement[],
  errors: readonly DecodedError[],
): readonly DecodedDetail[] =>
  statements.flatMap((statement) => {
    const [code] = decisionCodes([statement]);
    if (code === undefined) return [];
    const { explains } = statement;
    const error = explains?.of === 'error' ? errors[explains.number - 1] : undefined;
    const where = explains === null ? describePointer(statement.steps).path : (error?.path ?? null);
    return [defraDetail(code, where === null ? null : lowerFirst(where))];
  });

const DECISION = 'ALV';
