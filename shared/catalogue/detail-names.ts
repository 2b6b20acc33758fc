/** The name under which a message shows what a payment has to quote: only a demand to pay at once has it. */
export const PAYMENT_REFERENCE = 'Payment reference';

/** The name under which a payment's message shows whom it goes to. */
export const MERCHANT = 'Merchant';

/** How the name of an amount ends of which nobody knows whether it counts pounds or pence. */
export const AS_SENT = ' as sent';
