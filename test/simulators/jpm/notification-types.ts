import { FAMILIES, subscriptionKey } from './families.ts';
import type { Members } from './jpm-event.ts';

/** The answer to `GET /notificationTypes`, its descriptions our own. */
export const notificationTypes: Members = {
  notificationTypes: Object.entries(FAMILIES).map(([family, subTypes]) => ({
    notificationType: subscriptionKey(family),
    notificationDescription: `All there is of ${subscriptionKey(family)}`,
    supportedSubtypes: subTypes.map((subType) => ({
      notificationSubType: subType,
      subTypeDescription: `Tells of ${subType}`,
      subscriptionChannels: ['WEBHOOK', 'EMAIL'],
    })),
  })),
};
