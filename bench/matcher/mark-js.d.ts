declare module 'mark.js' {
  /** Only what the benchmark calls. */
  export default class Mark {
    constructor(root: Element);
    mark(words: string[], options: { separateWordSearch: boolean; accuracy: string; done: () => void }): void;
  }
}
