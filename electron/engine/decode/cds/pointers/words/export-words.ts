import type { SectionWords } from './section-words.ts';

/**
 * Where exporters know a section or a field by another name than importers. From the labels of HMRC's own
 * exports service (conf/code-lists/wco-to-exports-mapping.json in hmrc/customs-declare-exports at 94839e2 and
 * conf/messages in hmrc/customs-declare-exports-frontend at 4d58275, both Apache-2.0); the wording is ours.
 */
export const exportSectionWords: Readonly<Record<string, SectionWords>> = {
  '42A/15A': { one: 'active means of transport' },
  '42A/17C': { one: 'authorisation holder', many: 'authorisation holders' },
  '42A/67A/16C': { one: 'additional party', many: 'additional parties' },
  '42A/67A/68A/55B': { one: 'onward supply relief entry', many: 'onward supply relief entries' },
};

/** By path and tag. */
export const exportFieldWords: Readonly<Record<string, string>> = {
  '42A 504': 'specific circumstances (express consignment)',
  '42A/15A T022': 'mode of transport leaving the border',
  '42A/17C R144': 'EORI of the authorised party',
  '42A/17C R145': 'authorisation code',
  '42A/67A/28A/64A L016': 'place within the goods location code',
  '42A/67A/28A/64A L017': 'identifier within the goods location code',
  '42A/67A/28A/64A L110': 'type within the goods location code',
  '42A/67A/28A/64A/04A 410': 'qualifier within the goods location code',
  '42A/28A/62A 64': 'country of routing',
  '42A/67A/28A/46A T034': 'mode of transport at the border',
  '42A/67A/35B 009': 'DUCR',
  '42A/67A/68A/23A 337': 'kind of commodity or additional code',
  '42A/67A/68A/23A/21A 145': 'commodity code or CUS code',
  '42A/67A/68A/35B 009': 'DUCR',
  '42A/67A/95B 062': 'country of dispatch',
};
