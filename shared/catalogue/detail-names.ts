/** The name under which a message shows what a payment has to quote: only a demand to pay at once has it. */
export const PAYMENT_REFERENCE = 'Payment reference';
