import { dialog, type FileFilter } from 'electron';

/** Asks where to export to; null where the person cancelled. */
export const askWhereToExport = (suggested: string, format: 'csv' | 'ndjson'): Promise<string | null> =>
  askWhereToSave({
    title: 'Export notifications',
    buttonLabel: 'Export',
    suggested,
    kind: FILE_KINDS[format],
  });

/** Asks where to save a printed page; null where the person cancelled. */
export const askWhereToPrint = (suggested: string): Promise<string | null> =>
  askWhereToSave({ title: 'Save as PDF', buttonLabel: 'Save', suggested, kind: FILE_KINDS.pdf });

interface SaveQuestion {
  readonly title: string;
  readonly buttonLabel: string;
  /** A bare file name: the system opens the folder that was used last. */
  readonly suggested: string;
  readonly kind: FileFilter;
}

/** The system itself asks before a file is replaced. */
async function askWhereToSave({ title, buttonLabel, suggested, kind }: SaveQuestion): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    title,
    defaultPath: suggested,
    buttonLabel,
    filters: [kind, { name: 'All files', extensions: ['*'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks for a file of certificates; null where the person cancelled. */
export async function askForCertificates(): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog({
    title: 'Choose a certificate file',
    filters: [FILE_KINDS.certificates, { name: 'All files', extensions: ['*'] }],
    properties: ['openFile'],
  });
  return filePaths[0] ?? null;
}

const FILE_KINDS = {
  certificates: { name: 'Certificates', extensions: ['pem', 'crt', 'cer', 'der'] },
  csv: { name: 'Comma-separated values', extensions: ['csv'] },
  ndjson: { name: 'JSON lines', extensions: ['ndjson'] },
  pdf: { name: 'PDF document', extensions: ['pdf'] },
};

/** Tells a person something that they must know and can only take note of. */
export async function tell(message: string, detail: string): Promise<void> {
  await dialog.showMessageBox({ type: 'warning', title: 'Quayside', message, detail, buttons: ['OK'] });
}
