import type { Attention, Facts } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
import { answerWords, requestAnswer } from './request-answers.ts';
import type { LinkingForm } from './forms.ts';
import { messageCode } from './message-codes.ts';
import {
  entryStatusMeaning,
  masterStatusMeaning,
  movementResult,
  routeMeaning,
  type LinkingMeaning,
} from './status-codes.ts';

type Words = Pick<Facts, 'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome'>;

/** What a person reads about an inventory-linking message. `form` null: its root is not one that is known. */
export function linkingText(root: XmlElement, form: LinkingForm | null): Words {
  const code = root.text('messageCode');
  const known = code === null ? null : messageCode(code);
  const title = known?.title ?? form?.title ?? 'Inventory-linking message';
  const answer = requestAnswer(root.text('actionCode'), { hasErrors: root.child('error') !== null });
  const isAnswer = form?.type === 'control';
  const words: Words = {
    title: isAnswer || known === null ? (form?.title ?? title) : title,
    meaning:
      (isAnswer ? null : known?.meaning) ??
      form?.meaning ??
      'A message of the inventory-linking service of a kind Quayside does not know.',
    nextStep: null,
    // An answer whose action is read below says how urgent it is; any other may be a refusal.
    attention: form === null || isAnswer ? 'watch' : 'info',
    outcome: 'unknown',
  };
  const full = {
    ...words,
    ...importStatus(root),
    ...(answer === null ? {} : answerWords(answer, known?.request ?? 'movement or consolidation request')),
  };
  const coded = code === null ? full : { ...full, title: `${full.title} (${code})` };
  return { ...coded, ...standing(root, coded) };
}

/** Only import declarations have their status in the root; its first words are enough for a title. */
function importStatus(root: XmlElement): Partial<Words> {
  const ics = root.text('ics');
  if (ics === null) return {};
  const { words, isClause } = entryStatusMeaning(ics);
  const [first = ''] = words.split(/[,:]/);
  if (first === 'not a status that Quayside knows') return { title: `Import declaration status ${ics}` };
  return { title: `Import declaration${isClause === true ? ':' : ''} ${first}` };
}

/** What result, status and route add: the most urgent of them speaks. A route holds nothing that is over. */
function standing(root: XmlElement, before: Words): Partial<Words> {
  const holders = [
    root,
    ...root.children('entry'),
    ...root.children('queriedDUCR'),
    ...root.children('queriedMUCR'),
  ];
  const meanings = [
    ...one(root.text('crc'), movementResult),
    ...routed(root.text('masterROE'), root.text('masterSOE'), masterStatusMeaning),
    ...routed(root.text('roe'), root.text('ics'), entryStatusMeaning),
    ...holders.flatMap((holder) =>
      routed(holder.text('entryStatus', 'roe'), holder.text('entryStatus', 'soe'), entryStatusMeaning),
    ),
  ];
  const worst = WEIGHTS.map((attention) => meanings.find((meaning) => meaning.attention === attention)).find(
    (meaning) => meaning !== undefined,
  );
  const outcome = worst?.outcome ?? meanings.find((meaning) => meaning.outcome !== undefined)?.outcome;
  return {
    ...(outcome === undefined || before.outcome !== 'unknown' ? {} : { outcome }),
    ...(worst?.attention === undefined ||
    WEIGHTS.indexOf(worst.attention) >= WEIGHTS.indexOf(before.attention)
      ? {}
      : {
          attention: worst.attention,
          nextStep: worst.nextStep ?? before.nextStep,
          meaning: `${before.meaning} It says: ${worst.words}.`,
        }),
  };
}

const WEIGHTS: readonly Attention[] = ['act', 'watch', 'info'];

function routed(
  route: string | null,
  status: string | null,
  statusMeaning: (code: string) => LinkingMeaning,
): readonly LinkingMeaning[] {
  const statuses = one(status, statusMeaning);
  if (statuses.some(({ isOver }) => isOver === true)) return statuses;
  const routes = one(route, routeMeaning);
  const isReleased = statuses.some((each) => each.isReleased === true);
  return [...statuses, ...routes.filter(({ outlastsRelease }) => !isReleased || outlastsRelease === true)];
}

const one = (code: string | null, meaningOf: (code: string) => LinkingMeaning): readonly LinkingMeaning[] =>
  code === null ? [] : [meaningOf(code)];
