/** Version 3: a gap is shown until a person dismisses it. One that was dismissed stays, so that it is not told of again. */
export const SCHEMA_3 = `
ALTER TABLE gap ADD COLUMN dismissed_at INTEGER;
ALTER TABLE gap ADD COLUMN dismissed_by TEXT;
`;
