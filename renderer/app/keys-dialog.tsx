import type { ReactElement } from 'react';
import { Dialog } from '../ui/dialog.tsx';
import { KEY_HELP } from './key-intent.ts';
import { useServices } from './services.ts';

export function KeysDialog(): ReactElement {
  const { navigator } = useServices();
  return (
    <Dialog title="Keys" onClose={() => navigator.showDialog('none')}>
      <p className="dim">Letters are off while you type in a field. On a Mac, Cmd stands for Ctrl.</p>
      <table className="keys">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">What it does</th>
            <th scope="col">Keys</th>
          </tr>
        </thead>
        <tbody>
          {KEY_HELP.map(({ keys, what }) => (
            <tr key={what}>
              <td>{what}</td>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
