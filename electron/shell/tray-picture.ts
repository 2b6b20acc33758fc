import { nativeImage, type NativeImage } from 'electron';
import { drawTrayIcon } from './tray-icon.ts';

/** The tray's picture in both densities; macOS tints it itself. */
export function trayPicture(needsAction: number): NativeImage {
  const isTemplate = process.platform === 'darwin';
  const image = nativeImage.createEmpty();
  const base = process.platform === 'linux' ? 22 : 16;
  for (const scaleFactor of [1, 2]) {
    const size = base * scaleFactor;
    const buffer = drawn(size, needsAction, isTemplate).toPNG();
    image.addRepresentation({ scaleFactor, width: size, height: size, buffer });
  }
  image.setTemplateImage(isTemplate);
  return image;
}

/** The app's own mark, `size` pixels square. */
export const drawnIcon = (size: number): NativeImage => drawn(size, 0, false);

function drawn(size: number, needsAction: number, isTemplate: boolean): NativeImage {
  const pixels = Buffer.from(drawTrayIcon({ size, needsAction, isTemplate }));
  return nativeImage.createFromBitmap(pixels, { width: size, height: size });
}
