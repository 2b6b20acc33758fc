import type { Reason } from './failure.ts';
import { networkReasonTexts } from './network/network-reasons.ts';
import type { ReasonText } from './reason-text.ts';

/** The one table from a reason to what a person reads, and to whether trying again makes sense. */
export const reasonTexts: Readonly<Record<Reason, ReasonText>> = {
  ...networkReasonTexts,
  'rate-limited': {
    title: 'Too many calls',
    explanation: 'The source says that this application has used up its calls for now.',
    nextStep: 'Look for other software that uses the same client id. Quayside waits and goes on.',
    recovery: 'retry',
  },
  'asked-to-wait': {
    title: 'The source asks to wait',
    explanation: 'A call under the same client id was answered with the wish to be left alone for a while.',
    nextStep:
      'Nothing to do: Quayside goes on by itself then. “Poll now” asks sooner, after a warning, for every account with this client id.',
    recovery: 'retry',
  },
  'server-error': {
    title: 'The source has a fault',
    explanation: 'The source answered with an error of its own.',
    nextStep: 'Nothing to do: Quayside tries again. If it lasts, look at the status page of the source.',
    recovery: 'retry',
  },
  maintenance: {
    title: 'Planned maintenance',
    explanation: 'The source is down for maintenance.',
    nextStep: 'Nothing to do: Quayside goes on when it is back.',
    recovery: 'retry',
  },
  'unexpected-answer': {
    title: 'Answer not understood',
    explanation: 'What came back is not what this source is documented to send.',
    nextStep:
      'Quayside tries again. If it lasts, check the address of the account for a proxy or a sign-in page.',
    recovery: 'retry',
  },
  'credentials-refused': {
    title: 'Client id or secret refused',
    explanation: 'The source does not accept this pair of client id and client secret.',
    nextStep: 'Copy both again from the HMRC Developer Hub, for the same environment, and save the account.',
    recovery: 'person',
  },
  'token-refused': {
    title: 'Sign in again',
    explanation: 'A fresh access token was refused as well.',
    nextStep:
      'Check in the HMRC Developer Hub that the application still exists, then save the account again.',
    recovery: 'person',
  },
  'scope-missing': {
    title: 'Permission missing',
    explanation: 'The application may not make this call: its token lacks a scope.',
    nextStep: 'Subscribe the application to the API in the HMRC Developer Hub, then save the account again.',
    recovery: 'person',
  },
  'not-subscribed': {
    title: 'Application not subscribed',
    explanation: 'The application is not subscribed to this API in this environment.',
    nextStep: 'Subscribe it in the HMRC Developer Hub, in the same environment, then save the account again.',
    recovery: 'person',
  },
  'https-required': {
    title: 'Address must be https',
    explanation: 'The source refuses plain http.',
    nextStep: 'Change the address of the account to https.',
    recovery: 'person',
  },
  'firewall-rejected': {
    title: 'Blocked by the firewall of the source',
    explanation: 'The source’s firewall refused the call and asks that it is not repeated.',
    nextStep: 'Contact the source’s support before you resume this account.',
    recovery: 'person',
  },
  'box-not-yours': {
    title: 'This box belongs to another application',
    explanation: 'The box exists, but it was made for a different client id.',
    nextStep: 'Change the box id, or the client id, of the account so that they belong together.',
    recovery: 'person',
  },
  'box-not-found': {
    title: 'No such box',
    explanation: 'HMRC knows no box with this id in this environment.',
    nextStep: 'Change the box id of the account; the submitting API returns it with each submission.',
    recovery: 'person',
  },
  'endpoint-not-found': {
    title: 'Address not known',
    explanation: 'The server has no such API at this address.',
    nextStep: 'Change the environment or base address of the account.',
    recovery: 'person',
  },
  'request-refused': {
    title: 'Request refused',
    explanation: 'The source found fault with the request itself.',
    nextStep: 'Check the account’s settings; if they are right, report this with the detail shown.',
    recovery: 'person',
  },
  'message-gone': {
    title: 'Message no longer there',
    explanation: 'The source listed the message but no longer holds it.',
    nextStep:
      'Quayside cannot fetch it any more: look in the software that submitted the declaration, or ask whoever runs the source.',
    recovery: 'retry',
  },
  'secret-missing': {
    title: 'Secret not available',
    explanation: 'The account’s secret could not be read from where it is kept.',
    nextStep: 'Enter the secret again, or make the named variable or file readable.',
    recovery: 'person',
  },
  'key-unusable': {
    title: 'Signing key not usable',
    explanation:
      'The key file could not be opened, holds no key of the right kind, or its certificate has run out.',
    nextStep:
      'Choose the key file again, with its password, or make a new key in the developer portal of the source.',
    recovery: 'person',
  },
  'key-refused': {
    title: 'Signature refused',
    explanation: 'The source does not accept what this key signs for this client or consumer key.',
    nextStep:
      'Make sure that key and consumer key (or client id and certificate) come from the same project and environment.',
    recovery: 'person',
  },
  'clock-wrong': {
    title: 'The clock of this computer is wrong',
    explanation: 'It differs so much from the source’s clock that signatures are refused.',
    nextStep: 'Set the clock to be kept by the network, then resume the account.',
    recovery: 'person',
  },
  'not-entitled': {
    title: 'Not allowed for this entity',
    explanation: 'The key is good, but the source does not let it read notifications of this entity.',
    nextStep: 'Check the entity, and ask the source to enable notifications for it.',
    recovery: 'person',
  },
  'config-invalid': {
    title: 'Settings not valid',
    explanation: 'A setting has a value that cannot be used.',
    nextStep: 'Correct the field that is named.',
    recovery: 'person',
  },
  'store-corrupt': {
    title: 'The archive is damaged',
    explanation:
      'The file that holds your notifications cannot be read as a whole. Nothing has been changed.',
    nextStep:
      'Move the data directory aside or restore a backup from it, then start again; sources are read anew.',
    recovery: 'person',
  },
  'payload-damaged': {
    title: 'This stored message is damaged',
    explanation:
      'What Quayside keeps of this one message cannot be read any more. Nothing else in the archive is affected by it.',
    nextStep:
      'Look for the message at its source: Quayside cannot fetch it again. `quayside check` names all that is damaged; have the disk checked.',
    recovery: 'person',
  },
  'card-key-damaged': {
    title: 'The key of card tokens is damaged',
    explanation:
      'The file card-key in the data directory is not the key with which card numbers are replaced. The archive itself is not affected.',
    nextStep:
      'Put the file back from a copy of the data directory. Without one, move it elsewhere: Quayside makes a new key, and the same card has another token from then on.',
    recovery: 'person',
  },
  'store-newer': {
    title: 'The archive is from a newer Quayside',
    explanation: 'A later version has written this data directory. Nothing has been changed.',
    nextStep: 'Install that version again, or use another data directory.',
    recovery: 'person',
  },
  'store-full': {
    title: 'The disk is full',
    explanation: 'What arrives cannot be kept, so nothing more is fetched or acknowledged.',
    nextStep: 'Free some space on the disk that holds the data directory. Quayside goes on by itself.',
    recovery: 'retry',
  },
  'store-locked': {
    title: 'The archive is busy',
    explanation: 'Another program holds the archive and did not let go in time.',
    nextStep: 'Close other copies of Quayside that use the same data directory.',
    recovery: 'retry',
  },
  'store-unwritable': {
    title: 'The data directory cannot be written',
    explanation: 'Its permissions, or those of a file in it, do not allow it.',
    nextStep: 'Make it writable for you, or choose another with --data.',
    recovery: 'person',
  },
  'store-gone': {
    title: 'The archive is gone',
    explanation:
      'The data directory, or a file in it, was moved, deleted or replaced while Quayside was running. Nothing more is fetched, because it could not be kept.',
    nextStep:
      'Put the data directory back as it was: Quayside goes on by itself. Or quit Quayside, put a copy of the archive in its place, and start again.',
    recovery: 'retry',
  },
  'file-unwritable': {
    title: 'The file cannot be written',
    explanation: 'The place that was chosen does not take the file.',
    nextStep: 'Choose another folder, or free some space.',
    recovery: 'person',
  },
  'invalid-input': {
    title: 'Not understood',
    explanation: 'The request has a value that cannot be used.',
    nextStep: 'Correct the value that is named.',
    recovery: 'person',
  },
  'not-found': {
    title: 'Not there',
    explanation: 'There is nothing with this id.',
    nextStep: 'Look it up in the list again.',
    recovery: 'person',
  },
  'not-supported': {
    title: 'Not offered by this source',
    explanation: 'The source has no such call.',
    nextStep: 'Nothing to do.',
    recovery: 'person',
  },
  'already-sent': {
    title: 'Already sent',
    explanation: 'The acknowledgement had reached the source, which keeps it. It is undone here only.',
    nextStep: 'Nothing to do.',
    recovery: 'person',
  },
  cancelled: {
    title: 'Cancelled',
    explanation: 'It was stopped before it was done.',
    nextStep: 'Start it again if you still want it.',
    recovery: 'person',
  },
  'engine-stopped': {
    title: 'Restarting',
    explanation: 'The part of Quayside that polls and stores stopped and is being started again.',
    nextStep: 'Wait a moment. Nothing that was received is lost.',
    recovery: 'retry',
  },
};
