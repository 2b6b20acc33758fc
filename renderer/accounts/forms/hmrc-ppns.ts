import { hmrcForm } from './hmrc.ts';
import type { SourceForm } from './source-form.ts';

export const hmrcPpnsForm: SourceForm = {
  ...hmrcForm,
  source: 'hmrc-ppns',
  needs:
    'Have at hand: client id and client secret of an application in the HMRC Developer Hub, and the id of its box.',
  afterSecret: [
    {
      kind: 'text',
      name: 'boxId',
      label: 'Box id',
      read: (text) => text.toLowerCase(),
      error:
        'Enter the box id: 32 hexadecimal digits in five groups, such as 1c5b9365-18a6-45a5-99c9-83a091ac7f26.',
    },
    {
      kind: 'choice',
      name: 'listLimitPer',
      label: '10 seconds between polls',
      hint: 'HMRC asks for 10 seconds between calls to the endpoint. Sharing them is the careful reading.',
      options: { client: 'Shared by all boxes of this client id', box: 'For each box by itself' },
    },
  ],
};
