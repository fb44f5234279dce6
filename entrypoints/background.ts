import { defineBackground } from 'wxt/utils/define-background';
import { runBackground } from '../utils/browser/background.ts';
import { classtag as profile } from '../utils/profile/classtag.ts';

export default defineBackground(() => runBackground(profile.files.map((file) => file.id)));
