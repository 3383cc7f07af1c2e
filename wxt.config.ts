import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { glossary } from './scripts/glossary/plugin';
import { steadyZip } from './scripts/steady-zip';
import { createThirdParty } from './scripts/third-party';
import { withoutMarkup } from './scripts/without-markup';

export const GECKO_ID = 'termlens@termlens.app';

const icons = (state: string) =>
  Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${state}-${size}.png`]));

const thirdParty = createThirdParty();

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({
    // The polyfill for module preloading would be the only code of ours that fetches.
    build: { modulePreload: false },
    plugins: [
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      glossary(),
      withoutMarkup(),
      thirdParty.plugin,
    ],
    // Pages must not hear from WXT that we are here.
    resolve: {
      alias: { 'wxt/utils/content-script-context': join(import.meta.dirname, 'scripts/no-script-context.ts') },
    },
  }),
  hooks: {
    'build:done': (wxt) => thirdParty.write(wxt.config.outDir),
    // Two builds of the same source give the same bytes.
    'zip:done': (_wxt, files) => {
      for (const file of files) writeFileSync(file, steadyZip(readFileSync(file)));
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    icons: icons('on'),
    action: { default_icon: icons('on'), default_title: '__MSG_name__' },
    permissions: ['storage', 'scripting', 'contextMenus'],
    host_permissions: ['<all_urls>'],
    content_security_policy: {
      extension_pages: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
    },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'toggle-site': { suggested_key: { default: 'Alt+Shift+U' }, description: '__MSG_commandToggleSite__' },
      'next-term': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_commandNextTerm__' },
      'previous-term': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_commandPreviousTerm__' },
    },
    // CSS.highlights 105, popover 114, caretPositionFromPoint 128.
    ...(browser === 'chrome' && { minimum_chrome_version: '128' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        // The Custom Highlight API came with Firefox 140.
        gecko: { id: GECKO_ID, strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
