/**
 * Stands in for WXT's ContentScriptContext, whose constructor posts a message with the extension's id to the page and
 * lets any page that answers it switch the script off. Our lifetimes are in entrypoints/content/lifetime.ts.
 */
export function ContentScriptContext(): void {}
