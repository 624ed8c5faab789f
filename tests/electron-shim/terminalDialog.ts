import { createInterface } from 'node:readline/promises';
import { resolve } from 'node:path';

interface FileOptions {
  defaultPath?: string;
  properties?: string[];
}
interface MessageOptions {
  message: string;
  detail?: string;
  buttons?: string[];
  cancelId?: number;
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim();
}

/** Asks the system's dialogs in the terminal that started the stand-in. The window comes first, and is not used. */
export const terminalDialog = {
  async showOpenDialog(_window: unknown, { properties = [] }: FileOptions) {
    const path = await ask(
      `Type the path of the ${properties.includes('openDirectory') ? 'folder' : 'file'}: `,
    );
    return { canceled: path === '', filePaths: path === '' ? [] : [resolve(path)] };
  },

  async showSaveDialog(_window: unknown, { defaultPath = '' }: FileOptions) {
    const path = await ask(`Type the path to save to (such as ${defaultPath}): `);
    return { canceled: path === '', filePath: path === '' ? '' : resolve(path) };
  },

  async showMessageBox(
    _window: unknown,
    { message, detail = '', buttons = ['OK'], cancelId = 0 }: MessageOptions,
  ) {
    const choices = buttons.map((label, i) => `${i + 1} ${label}`).join(', ');
    const chosen = Number(await ask(`${message} ${detail}\n${choices}: `)) - 1;
    return { response: buttons[chosen] === undefined ? cancelId : chosen };
  },
};
