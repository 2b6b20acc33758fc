/**
 * Fields that HMRC's exports service knows and the schema does not have; columns as in the other path tables. The
 * country of routing stands under the transport charges there, and its tag lacks the leading zero.
 *
 * Source: conf/code-lists/wco-to-exports-mapping.json in hmrc/customs-declare-exports at 94839e2 (Apache-2.0,
 * copyright HM Revenue & Customs).
 */
export const exportOnlyPaths: readonly string[] = [
  '42A/28A/62A 64 RoutingCountryCode 1 5/18',
  '42A/67A/28A/46A T020 IdentificationTypeCode 1 7/7',
  '42A/67A/28A/46A T034 ModeCode 1 7/4',
  '42A/67A/68A/23A 337 IdentificationTypeCode 1 6/13-6/17',
];
