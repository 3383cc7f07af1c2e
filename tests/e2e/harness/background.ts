/** Stops and starts the extension from outside, as browsers do: to save memory, on an update, when it is switched off. */
import { join } from 'node:path';
import { OUTPUT } from '@/scripts/launch';
import type { Opened } from './browser';

const GECKO_ID = 'termlens@termlens.app';

/** Stops the background at once, whatever it is in the middle of. */
export async function stopBackground(opened: Opened): Promise<void> {
  if (opened.name === 'firefox') {
    await privileged(
      opened,
      `WebExtensionPolicy.getByID('${GECKO_ID}').extension.terminateBackground({ ignoreDevToolsAttached: true })`,
    );
    return;
  }
  for (const target of opened.browser.targets())
    if (target.type() === 'service_worker' && target.url().startsWith('chrome-extension:'))
      // One that has just stopped by itself is stopped.
      await target
        .worker()
        .then(
          (worker) => worker?.close(),
          () => undefined,
        )
        .catch(() => undefined);
}

/** Switches the extension off and on, as the reader can; `between` happens while it is off. */
export async function switchOffAndOn(opened: Opened, between: () => Promise<void>): Promise<void> {
  if (opened.name === 'firefox') {
    await addon(opened, 'await addon.disable()');
    await between();
    await addon(opened, 'await addon.enable()');
    return;
  }
  await onExtensionsPage(opened, 'off');
  await between();
  await onExtensionsPage(opened, 'on');
}

/** Takes the right to read sites from the extension, or gives it back, as the reader can in the browser's settings. */
export async function allowSites(opened: Opened, isAllowed: boolean): Promise<void> {
  if (opened.name === 'chromium') return onExtensionsPage(opened, isAllowed ? 'grant' : 'withhold');
  await privileged(
    opened,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${GECKO_ID}');
      await ExtensionPermissions.${isAllowed ? 'add' : 'remove'}(
        '${GECKO_ID}', { permissions: [], origins: ['<all_urls>'] }, extension);
    })()`,
  );
}

/** Starts the extension anew under the open tabs, as an update does. */
export async function reloadExtension(opened: Opened): Promise<void> {
  if (opened.name === 'firefox') return addon(opened, 'await addon.reload()');
  // Installing the same folder once more is what an update is; the id stays.
  await opened.browser.installExtension(join(OUTPUT, 'chrome-mv3'));
}

/** Chrome's own page for extensions may do with ours what its buttons do. */
async function onExtensionsPage(opened: Opened, act: 'on' | 'off' | 'withhold' | 'grant'): Promise<void> {
  const page = await opened.browser.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (wanted) => {
    const { developerPrivate, management } = (globalThis as unknown as { chrome: ChromeExtensionsPage }).chrome;
    const ours = (await developerPrivate.getExtensionsInfo({})).find(({ name }) =>
      /TermLens|术语镜|術語鏡/.test(name),
    )!;
    if (wanted === 'on' || wanted === 'off') await management.setEnabled(ours.id, wanted === 'on');
    else
      await developerPrivate.updateExtensionConfiguration({
        extensionId: ours.id,
        hostAccess: wanted === 'grant' ? 'ON_ALL_SITES' : 'ON_CLICK',
      });
  }, act);
  await page.close();
}

type ChromeExtensionsPage = {
  developerPrivate: {
    getExtensionsInfo(options: object): Promise<{ id: string; name: string }[]>;
    updateExtensionConfiguration(options: object): Promise<void>;
  };
  management: { setEnabled(id: string, on: boolean): Promise<void> };
};

const addon = (opened: Opened, work: string) =>
  privileged(
    opened,
    `(async () => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID('${GECKO_ID}');
      ${work};
    })()`,
  ).then(() => undefined);

type Bidi = {
  send(
    method: string,
    params: object,
  ): Promise<{
    result: {
      contexts?: { context: string }[];
      result?: { value?: unknown };
      exceptionDetails?: { text: string };
    };
  }>;
};

/** Runs a script with Firefox's own rights, in its window; gives a plain value. */
export async function privileged(opened: Opened, expression: string): Promise<unknown> {
  const { connection } = opened.browser as unknown as { connection: Bidi };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { result } = await connection.send('script.evaluate', {
    expression,
    target: { context: tree.result.contexts![0]!.context },
    awaitPromise: true,
  });
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return result.result?.value;
}
