// A bare window for the fixture, sandboxed as the app's own is. Address and size come from the environment.
const { app, BrowserWindow } = require('electron');

const { FIXTURE_URL = 'about:blank', FIXTURE_WIDTH = '1280', FIXTURE_HEIGHT = '820' } = process.env;

void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: Number(FIXTURE_WIDTH),
    height: Number(FIXTURE_HEIGHT),
    useContentSize: true,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false },
  });
  await window.loadURL(FIXTURE_URL);
});
