/** What is said in the status line and for how long. */
import type { Toast } from './card-layer';

/** How long an undo is offered, ms. */
const TOAST_FOR = 6000;
/** How long a spoken position stays for slow readers, ms. */
const STATUS_FOR = 4000;
/** A live region is only heard when its words change after it is there, ms. */
const AFTER_BIRTH = 60;

export type Notices = {
  /** For the ear alone. */
  say(text: string): void;
  /** For eye and ear, with a way back if there is one. */
  show(toast: Toast): void;
  hold(on: boolean): void;
  clear(): void;
  /** Whether the line has to be in the page. */
  readonly present: boolean;
  readonly text: string;
  readonly toast: Toast | undefined;
};

export function createNotices(draw: () => void): Notices {
  let present = false;
  let text = '';
  let toast: Toast | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = () => {
    clearTimeout(timer);
    present = false;
    text = '';
    toast = undefined;
    draw();
  };
  const begin = (fill: () => void, time: number) => {
    clearTimeout(timer);
    present = true;
    text = '';
    toast = undefined;
    draw();
    timer = setTimeout(() => {
      fill();
      draw();
      timer = setTimeout(clear, time);
    }, AFTER_BIRTH);
  };
  return {
    say: (words) => begin(() => (text = words), STATUS_FOR),
    show: (next) => begin(() => (toast = next), TOAST_FOR),
    hold(on) {
      if (!toast) return;
      clearTimeout(timer);
      if (!on) timer = setTimeout(clear, TOAST_FOR);
    },
    clear,
    get present() {
      return present;
    },
    get text() {
      return text;
    },
    get toast() {
      return toast;
    },
  };
}
