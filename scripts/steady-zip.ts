/** Makes a zip depend on its content alone: entries in order of their names, one date for all. */

const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END = 0x06054b50;
/** The first day of 1980, the earliest a zip can say. */
const DATE = 0x0021;

type Entry = { name: string; central: Buffer; local: Buffer };

/** The same zip with its entries sorted and dated alike. Throws on what is not a plain zip. */
export function steadyZip(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== END) throw new Error('This is no zip.');
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    if (zip.readUInt32LE(at) !== CENTRAL) throw new Error('The zip’s directory is broken.');
    const names = zip.readUInt16LE(at + 28);
    const size = 46 + names + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const central = Buffer.from(zip.subarray(at, at + size));
    const start = central.readUInt32LE(42);
    if (zip.readUInt32LE(start) !== LOCAL) throw new Error('The zip’s entries are broken.');
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const local = Buffer.from(zip.subarray(start, data + central.readUInt32LE(20)));
    central.writeUInt32LE(DATE << 16, 12);
    local.writeUInt32LE(DATE << 16, 10);
    entries.push({ name: central.toString('utf8', 46, 46 + names), central, local });
    at += size;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  let offset = 0;
  for (const { central, local } of entries) {
    central.writeUInt32LE(offset, 42);
    offset += local.length;
  }
  const directory = Buffer.concat(entries.map(({ central }) => central));
  const tail = Buffer.from(zip.subarray(end));
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries.map(({ local }) => local), directory, tail]);
}
