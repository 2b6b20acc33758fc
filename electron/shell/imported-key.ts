import type { Account } from '../../shared/accounts/account.ts';
import { keyMaterialSchema, type KeyMaterial } from '../../shared/accounts/key-material.ts';
import type { AccountDraft } from '../../shared/bridge.ts';
import { failure, type Failure } from '../../shared/failure.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import type { CallEngine } from './engine-link.ts';

/**
 * The draft as it is to be kept. The key of an account whose source signs is taken out of its file by the engine: the
 * bare key stays with its certificate, the password is dropped, and the account says what the key is. Fails in the
 * engine's words. Any other draft comes back as it is.
 */
export async function withImportedKey(
  draft: AccountDraft,
  callEngine: CallEngine,
): Promise<Result<AccountDraft, Failure>> {
  const { account, secret } = draft;
  if (!('signingKey' in account) || secret === null) return ok(draft);
  const material = materialIn(secret);
  if (material === null) return failed(failure('key-unusable', { detail: 'choose the key file again' }));
  const imported = await callEngine('importKey', material);
  if (!imported.ok) return imported;
  const { material: bare, info } = imported.value;
  const described: Account = { ...account, keyInfo: info };
  return ok({ account: described, secret: JSON.stringify(bare) });
}

/** Null where it is none. What a parser says of it is dropped, for it quotes what it read. */
function materialIn(secret: string): KeyMaterial | null {
  try {
    return keyMaterialSchema.safeParse(JSON.parse(secret)).data ?? null;
  } catch {
    return null;
  }
}
