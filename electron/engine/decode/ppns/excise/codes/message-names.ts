const received = {
  IE801: 'movement document',
  IE803: 'diversion or split',
  IE807: 'interruption',
  IE810: 'cancellation',
  IE813: 'change of destination',
  IE818: 'report of receipt or export',
  IE819: 'alert or rejection',
  IE829: 'acceptance for export',
  IE836: 'export declaration made invalid',
  IE839: 'rejection by customs',
  IE881: 'answer about closing by hand',
  IE905: 'status',
};

/** Messages by their numbers, where one message names another. */
export const messageNames = {
  RequestedMessageType: { ...received, None: 'none' },
  TechnicalMessageType: {
    ...received,
    IE717: 'control report',
    IE802: 'reminder',
    IE837: 'explanation of a delay',
    IE840: 'event report',
    IE871: 'explanation of a shortage or excess',
    IE880: 'request to close by hand',
  },
} as const;
