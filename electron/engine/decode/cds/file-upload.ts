import type { Facts } from '../../../../shared/notification.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { cdsFacts } from './cds-facts.ts';
import { references } from '../../../../shared/blank-facts.ts';

/** The result of one file sent through HMRC's file upload: `Root` in namespace `hmrc:fileupload`. */
export function fileUploadFacts(root: XmlElement, conversationId: string | null): Facts {
  const result = root.text('Outcome')?.toUpperCase() ?? null;
  const file = root.text('FileName');
  return {
    ...cdsFacts(conversationId),
    kind: 'file-upload',
    type: 'file-upload',
    ...described(result, file, root.text('Details')),
    references: references({
      conversation: conversationId,
      file: root.text('FileReference'),
      batch: root.text('BatchId'),
    }),
    details: [
      ...detail('File', root.text('FileName')),
      ...detail('File reference', root.text('FileReference')),
      ...detail('Batch', root.text('BatchId')),
      // A refusal says it in its meaning.
      ...detail('HMRC says', result === 'REJECTED' ? null : root.text('Details')),
    ],
    problems: result === null ? ['the file upload result has no Outcome'] : [],
  };
}

const detail = (name: string, value: string | null): Facts['details'] =>
  value === null ? [] : [{ name, value }];

function described(
  result: string | null,
  name: string | null,
  details: string | null,
): Pick<Facts, 'title' | 'meaning' | 'nextStep' | 'attention' | 'outcome'> {
  const file = name ?? 'The file';
  if (result === 'SUCCESS') {
    return {
      title: 'File uploaded',
      meaning: `${file} was taken in.`,
      nextStep: null,
      attention: 'info',
      outcome: 'accepted',
    };
  }
  if (result === 'REJECTED') {
    return {
      title: 'File refused',
      meaning: details === null ? `${file} was refused.` : `${file} was refused: ${details}`,
      nextStep: 'Mend the file and upload it again.',
      attention: 'act',
      outcome: 'rejected',
    };
  }
  return {
    title: 'File upload, outcome unknown',
    meaning: `HMRC reports on ${name ?? 'the file'} without an outcome that Quayside knows.`,
    nextStep: 'Read the message itself.',
    attention: 'watch',
    outcome: 'unknown',
  };
}
