/** HMRC's error codes 90xx: who may send where since Northern Ireland has rules of its own, and certified consignees. */
export const northernIrelandErrors: Readonly<Record<string, string>> = {
  '9001': 'The consignee is in the European Union, and this message cannot go there.',
  '9003': 'The destination can only be a tax warehouse or export.',
  '9004': 'The customs office of delivery is in the European Union, and this message cannot go there.',
  '9005':
    'A trader in Great Britain may send to a warehouse or for export only, through an office in Great Britain and as NDEA.GB; a trader in Northern Ireland may not export through Great Britain and sends as NDEA.XI.',
  '9010': 'The authorisation (PTC) of the temporary certified consignee is still pending.',
  '9011': 'The authorisation (PTC) of the temporary certified consignee has been used already.',
  '9012': 'The authorisation (PTC) of the temporary certified consignee was withdrawn.',
  '9013': 'The authorisation (PTC) of the temporary certified consignee was cancelled.',
  '9014': 'The authorisation (PTC) of the temporary certified consignee has run out.',
  '9015':
    'The authorisation (PTC) does not belong to this temporary certified consignee, or that consignee is in the UK.',
  '9016': 'The temporary certified consignee may not receive this product in this amount.',
  '9017': 'The authorisation (PTC) does not name this consignor.',
  '9018': 'The temporary certified consignee may not receive these product codes.',
  '9019': 'Duty-paid goods may only be sent to another place of the same consignee, or back.',
  '9020': 'The consignee is missing.',
};
