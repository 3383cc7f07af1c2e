import { defineContentScript } from '#imports';
export default defineContentScript({
  matches: ['<all_urls>'],
  main() {
    const h = document.createElement('termlens-card');
    const r = h.attachShadow({ mode: 'closed' });
    r.append('hello shadow');
    document.documentElement.append(h);
  },
});
