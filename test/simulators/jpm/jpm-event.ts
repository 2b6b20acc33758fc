/** Members of an object in the JSON that the service writes. */
export type Members = Readonly<Record<string, unknown>>;

/** What happened, as a notification tells it: a family, a sub-type and what stands in them. */
export interface JpmEvent {
  /** The key of the family, such as `paymentUpdateNotification`. The set is open. */
  readonly family: string;
  /** As it is subscribed to, such as `PaymentApproved`. */
  readonly subType: string;
  /** Where the content stands in the family; the sub-type with a small first letter where absent. */
  readonly contentKey?: string;
  /** What stands in the family beside the content, as in payments and disputes. */
  readonly common?: Members;
  /** Null for the sub-types that have none. */
  readonly content: Members | null;
}

export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);
export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
