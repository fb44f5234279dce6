/** The texts that the gallery is to speak, put into the page before the gallery's script. */
import { useTexts } from '../../utils/words/say.ts';

declare global {
  interface Window {
    galleryTexts: Record<string, string>;
  }
}

const texts = window.galleryTexts;
useTexts((key) => texts[key] ?? '');
