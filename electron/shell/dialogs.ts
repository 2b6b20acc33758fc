import { dialog } from 'electron';

/** Asks where to save a file; the system itself asks before one is replaced. Null where the person cancelled. */
export async function askWhereToSave(suggested: string, format: 'csv' | 'ndjson'): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title: 'Export notifications',
    defaultPath: suggested,
    buttonLabel: 'Export',
    filters: [FILE_KINDS[format], { name: 'All files', extensions: ['*'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return canceled || filePath === '' ? null : filePath;
}

const FILE_KINDS = {
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  ndjson: { name: 'JSON lines', extensions: ['ndjson'] },
};

/** Tells a person something that they must know and can only take note of. */
export async function tell(message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({ type: 'warning', title: 'Quayside', message, detail, buttons: ['OK'] });
}
