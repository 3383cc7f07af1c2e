/** Memory of a browser and all its processes, as Linux counts it. */
import { readdirSync, readFileSync } from 'node:fs';

/** MB of the process and everything it started; what processes share is counted once (proportional set size). */
export function megabytesOf(root: number): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const parent = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))![1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // Gone since the folder was listed.
    }
  }
  const own = (pid: number): number => {
    let kilobytes = 0;
    try {
      kilobytes = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))![1]);
    } catch {
      // Gone, or not ours to look at.
    }
    return (children.get(pid) ?? []).reduce((sum, child) => sum + own(child), kilobytes);
  };
  return own(root) / 1024;
}
