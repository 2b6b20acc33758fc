import {
  bridgeCalls,
  type BridgeAnswer,
  type BridgeCallName,
  type BridgeParams,
  type ShellWindowCallName,
} from '../../shared/bridge.ts';
import { windowCalls, type WindowCallName } from '../../shared/engine-api.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { fieldErrors, fieldErrorText } from '../../shared/field-errors.ts';
import { failed, type Result } from '../../shared/result.ts';
import { isWithinBudget } from './call-budget.ts';
import type { CallEngine } from './engine-link.ts';
import { faultInPublic } from './fault-in-public.ts';

/** The calls that the shell answers itself, one function each. */
export type ShellCalls = {
  readonly [N in ShellWindowCallName]: (params: BridgeParams<N>) => Promise<BridgeAnswer<N>>;
};

export interface CallAnswerOptions {
  readonly callEngine: CallEngine;
  readonly shellCalls: ShellCalls;
  /** One line for stderr; never the parameters. */
  readonly log: (line: string) => void;
}

/** Answers one call of the window, always: what does not fit its schema and what breaks are failures too. */
export async function answerCall(
  name: BridgeCallName,
  params: unknown,
  options: CallAnswerOptions,
): Promise<Result<unknown, Failure>> {
  if (!isWithinBudget(params))
    return failed(failure('invalid-input', { detail: `${name}: too much at once` }));
  const parsed = bridgeCalls[name].params.safeParse(params);
  if (!parsed.success) {
    const wrong = fieldErrors(parsed.error, params).slice(0, MOST_NAMED).map(fieldErrorText);
    return failed(failure('invalid-input', { detail: wrong.join('; ') }));
  }
  try {
    return await route(name, parsed.data, options);
  } catch (error) {
    options.log(`The call "${name}" broke: ${faultInPublic(error)}`);
    return failed(failure('unexpected-answer', { detail: `${name} could not be answered` }));
  }
}

const MOST_NAMED = 10;

function route(
  name: BridgeCallName,
  params: unknown,
  { callEngine, shellCalls }: CallAnswerOptions,
): Promise<Result<unknown, Failure>> {
  // The parameters were parsed by the schema of this very name, which the compiler cannot follow.
  if (isForEngine(name)) return callEngine(name, params as never);
  return shellCalls[name](params as never);
}

const isForEngine = (name: BridgeCallName): name is WindowCallName => Object.hasOwn(windowCalls, name);
