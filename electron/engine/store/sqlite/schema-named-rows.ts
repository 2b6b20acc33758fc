/**
 * What a row is about, the one fact that decides and its limit, beside the row, so that lists and alerts need not
 * unpack facts. Rows of older versions get theirs when the raised decoders read them again.
 */
export const NAMED_ROWS = `
ALTER TABLE notification ADD COLUMN subject TEXT;
ALTER TABLE notification ADD COLUMN key_fact TEXT;
ALTER TABLE notification ADD COLUMN deadline INTEGER;
`;
