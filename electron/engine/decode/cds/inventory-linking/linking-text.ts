import type { Attention, Facts } from '../../../../../shared/notification.ts';
import type { XmlElement } from '../../xml/xml-element.ts';
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
  const action = answers[root.text('actionCode') ?? ''];
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
    ...(action === undefined
      ? {}
      : answerWords(action, known?.request ?? 'movement or consolidation request')),
  };
  const coded = code === null ? full : { ...full, title: `${full.title} (${code})` };
  return { ...coded, ...standing(root, coded) };
}

interface Answer {
  readonly verb: string;
  readonly nextStep: string | null;
  readonly attention: Attention;
  readonly outcome: Facts['outcome'];
}

/** actionCode of a control response, as hmrc/customs-movements-frontend (Apache-2.0) reads it. */
const answers: Readonly<Record<string, Answer>> = {
  '1': { verb: 'accepted', nextStep: null, attention: 'info', outcome: 'accepted' },
  '2': {
    verb: 'accepted in part',
    nextStep: 'Check which part was not accepted.',
    attention: 'watch',
    outcome: 'accepted',
  },
  '3': {
    verb: 'rejected',
    nextStep: 'Correct the errors listed and send the request again.',
    attention: 'act',
    outcome: 'rejected',
  },
};

const answerWords = ({ verb, ...rest }: Answer, request: string): Words => ({
  ...rest,
  title: `${capitalised(request)} ${verb}`,
  meaning: `The ${request} was ${verb}.`,
});

/** Only import declarations have their status in the root; its first words are enough for a title. */
function importStatus(root: XmlElement): Partial<Words> {
  const ics = root.text('ics');
  if (ics === null) return {};
  const [first = ''] = entryStatusMeaning(ics).words.split(/[,:]/);
  return {
    title: `Import declaration ${first === 'not a status that Quayside knows' ? `status ${ics}` : first}`,
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
  return statuses.some(({ isOver }) => isOver === true)
    ? statuses
    : [...statuses, ...one(route, routeMeaning)];
}

const one = (code: string | null, meaningOf: (code: string) => LinkingMeaning): readonly LinkingMeaning[] =>
  code === null ? [] : [meaningOf(code)];
