/** Pickles put together by hand, opcode by opcode; nothing here is ever unpickled. */
export const op = {
  proto: (version: number) => Buffer.from([0x80, version]),
  frame: (length: number) => Buffer.concat([Buffer.from([0x95]), u64(length)]),
  stop: Buffer.from('.'),
  mark: Buffer.from('('),
  none: Buffer.from('N'),
  global: (module: string, name: string) => Buffer.from(`c${module}\n${name}\n`),
  inst: (module: string, name: string) => Buffer.from(`i${module}\n${name}\n`),
  obj: Buffer.from('o'),
  stackGlobal: Buffer.from([0x93]),
  text: (text: string) => Buffer.concat([Buffer.from([0x8c, Buffer.byteLength(text)]), Buffer.from(text)]),
  longText: (text: string) =>
    Buffer.concat([Buffer.from('X'), u32(Buffer.byteLength(text)), Buffer.from(text)]),
  string: (quoted: string) => Buffer.from(`S${quoted}\n`),
  unicode: (raw: string) => Buffer.from(`V${raw}\n`),
  bytes: (bytes: Uint8Array) => Buffer.concat([Buffer.from('B'), u32(bytes.length), bytes]),
  int: (value: number) => Buffer.concat([Buffer.from('J'), u32(value)]),
  long1: (bytes: Uint8Array) => Buffer.concat([Buffer.from([0x8a, bytes.length]), bytes]),
  tuple: Buffer.from('t'),
  tuple1: Buffer.from([0x85]),
  tuple2: Buffer.from([0x86]),
  tuple3: Buffer.from([0x87]),
  emptyTuple: Buffer.from(')'),
  emptyDict: Buffer.from('}'),
  emptyList: Buffer.from(']'),
  setItem: Buffer.from('s'),
  setItems: Buffer.from('u'),
  append: Buffer.from('a'),
  appends: Buffer.from('e'),
  reduce: Buffer.from('R'),
  newObj: Buffer.from([0x81]),
  newObjEx: Buffer.from([0x92]),
  build: Buffer.from('b'),
  pop: Buffer.from('0'),
  memoize: Buffer.from([0x94]),
  put: (index: number) => Buffer.from(`p${index}\n`),
  get: (index: number) => Buffer.from(`g${index}\n`),
  binPersId: Buffer.from('Q'),
  ext1: (code: number) => Buffer.from([0x82, code]),
  true: Buffer.from([0x88]),
  false: Buffer.from([0x89]),
} as const;

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

export function pickle(...parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat([...parts, op.stop]);
}

/** What a call of `module.name(text)` looks like in the old protocols; the text is inert. */
export function callOf(module: string, name: string, text = 'echo inert'): Buffer {
  return Buffer.concat([op.global(module, name), op.longText(text), op.tuple1, op.reduce]);
}

/** A dict `{text: values…}` of entries already assembled. */
export function dict(entries: Readonly<Record<string, Uint8Array>>): Buffer {
  const pairs = Object.entries(entries).flatMap(([key, value]) => [op.longText(key), value]);
  return Buffer.concat([op.emptyDict, op.mark, ...pairs, op.setItems]);
}

/** `numpy.dtype('f8', False, True)` with its state, as numpy writes it. */
export function dtype(code: string): Buffer {
  const made = [op.global('numpy', 'dtype'), op.longText(code), op.false, op.true, op.tuple3, op.reduce];
  const state = [
    op.mark,
    op.int(3),
    op.longText('<'),
    op.none,
    op.none,
    op.none,
    op.int(-1),
    op.int(-1),
    op.int(0),
    op.tuple,
  ];
  return Buffer.concat([...made, ...state, op.build]);
}

/** A numpy array as `pickle.dumps` writes it in protocol 2 and up. */
export function ndarray(code: string, count: number, data: Uint8Array): Buffer {
  return Buffer.concat([
    op.global('numpy.core.multiarray', '_reconstruct'),
    op.global('numpy', 'ndarray'),
    op.int(0),
    op.tuple1,
    op.bytes(Buffer.from('b')),
    op.tuple3,
    op.reduce,
    op.mark,
    op.int(1),
    op.int(count),
    op.tuple1,
    dtype(code),
    op.false,
    op.bytes(data),
    op.tuple,
    op.build,
  ]);
}
