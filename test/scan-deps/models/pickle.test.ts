import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { memoryBytes } from '../../../src/scan-deps/models/bytes.js';
import { scanFile } from '../../../src/scan-deps/models/scan-file.js';
import { callOf, dict, dtype, ndarray, op, pickle } from './pickles.js';

const scan = (bytes: Uint8Array) => scanFile(memoryBytes(bytes));
const utf8 = (text: string) => Buffer.from(text);

/** An sklearn model as its own pickle has it: class by NEWOBJ, state by BUILD, arrays inside. */
const sklearn = pickle(
  op.proto(2),
  op.global('sklearn.linear_model._logistic', 'LogisticRegression'),
  op.emptyTuple,
  op.newObj,
  dict({ C: op.int(1), coef_: ndarray('f8', 2, Buffer.alloc(16)), classes_: op.emptyList }),
  op.build,
);

describe('benign pickles are safe', () => {
  test.each<[string, Uint8Array]>([
    ['None', utf8('N.')],
    [
      'protocol 0 of Python 2',
      utf8("(dp0\nS'a'\np1\nI1\nsS'b'\np2\n(lp3\nF1.5\naL12345678901234567890L\nas."),
    ],
    ['protocol 0 of Python 3', utf8('(lp0\nVna\\u00efve\np1\naI01\naI-5\na.')],
    [
      'an ordered dict',
      pickle(op.proto(2), op.global('collections', 'OrderedDict'), op.emptyTuple, op.reduce),
    ],
    ['Python 2 names', utf8('c__builtin__\nset\n((lI1\natR.')],
    [
      'bytes in protocol 2',
      pickle(
        op.proto(2),
        op.global('_codecs', 'encode'),
        op.longText('ab'),
        op.longText('latin1'),
        op.tuple2,
        op.reduce,
      ),
    ],
    ['an array', pickle(op.proto(3), ndarray('f8', 3, Buffer.alloc(24)))],
    ['a model', sklearn],
    ['several in one file', Buffer.concat([sklearn, utf8('N.'), sklearn])],
    ['a frame', pickle(op.proto(4), op.frame(3), op.none, op.memoize)],
    [
      'a uuid',
      pickle(
        op.proto(4),
        op.text('uuid'),
        op.text('UUID'),
        op.stackGlobal,
        op.emptyTuple,
        op.newObj,
        dict({ int: op.int(5) }),
        op.build,
      ),
    ],
    ['the type of None', pickle(op.proto(2), op.global('builtins', 'type'), op.none, op.tuple1, op.reduce)],
    ['text that spells opcodes', pickle(op.proto(4), op.longText('cos\nsystem\n(S"x"\ntR.'))],
    [
      'array bytes that spell opcodes',
      pickle(op.proto(3), ndarray('u1', 30, utf8('cos\nsystem\n(S"echo inert"\ntR..'))),
    ],
  ])('%s', (_, bytes) => {
    expect(scan(bytes)).toEqual({
      format: 'pickle',
      verdict: 'safe',
      reasons: [],
      whole: true,
      called: expect.any(Boolean),
    });
  });

  test('a joblib file, its arrays in the stream, is followed past them', () => {
    const wrapper = (code: string, rows: number, inline: Uint8Array) =>
      Buffer.concat([
        op.global('joblib.numpy_pickle', 'NumpyArrayWrapper'),
        op.emptyTuple,
        op.newObj,
        dict({
          subclass: op.global('numpy', 'ndarray'),
          shape: Buffer.concat([op.int(rows), op.int(2), op.tuple2]),
          order: op.longText('C'),
          dtype: dtype(code),
          allow_mmap: op.true,
          numpy_array_alignment_bytes: op.int(16),
        }),
        op.build,
        inline,
      ]);
    const hostile = utf8('cos\nsystem\n(S"echo inert"\ntR....');
    const numbers = Buffer.concat([Buffer.from([5]), Buffer.alloc(5, 0xff), hostile]);
    const file = (inline: Uint8Array, code = 'f8', rows = 2) =>
      pickle(op.proto(4), dict({ coef_: wrapper(code, rows, inline), after: op.none }));
    expect(hostile).toHaveLength(32);
    expect(scan(file(numbers))).toMatchObject({ verdict: 'safe' });
    expect(scan(file(pickle(op.proto(2), op.emptyList), 'O8'))).toMatchObject({ verdict: 'safe' });
    // An array of objects is a pickle of its own, in the stream.
    expect(scan(file(pickle(op.proto(2), callOf('os', 'system')), 'O8'))).toMatchObject({
      verdict: 'malicious',
    });
    expect(scan(file(numbers, 'f8', 2_000_000))).toMatchObject({ verdict: 'malformed' });
  });
});

describe('what runs code is found, however it is written', () => {
  const system = 'calls os.system("echo inert")';
  test.each<[string, string, string, Uint8Array]>([
    ['REDUCE', 'malicious', system, pickle(op.proto(2), callOf('os', 'system'))],
    ['no protocol byte', 'malicious', system, utf8("cos\nsystem\n(S'echo inert'\ntR.")],
    ['INST', 'malicious', system, pickle(op.mark, op.longText('echo inert'), op.inst('os', 'system'))],
    [
      'OBJ',
      'malicious',
      system,
      pickle(op.mark, op.global('os', 'system'), op.longText('echo inert'), op.obj),
    ],
    [
      'NEWOBJ',
      'malicious',
      system,
      pickle(op.proto(2), op.global('os', 'system'), op.longText('echo inert'), op.tuple1, op.newObj),
    ],
    [
      'NEWOBJ_EX',
      'malicious',
      system,
      pickle(
        op.proto(4),
        op.global('os', 'system'),
        op.longText('echo inert'),
        op.tuple1,
        op.emptyDict,
        op.newObjEx,
      ),
    ],
    [
      'STACK_GLOBAL',
      'malicious',
      system,
      pickle(
        op.proto(4),
        op.text('os'),
        op.text('system'),
        op.stackGlobal,
        op.text('echo inert'),
        op.tuple1,
        op.reduce,
      ),
    ],
    [
      'names through the memo',
      'malicious',
      system,
      pickle(
        op.proto(4),
        op.text('os'),
        op.memoize,
        op.pop,
        op.text('system'),
        op.put(7),
        op.pop,
        op.get(0),
        op.get(7),
        op.stackGlobal,
        op.longText('echo inert'),
        op.tuple1,
        op.reduce,
      ),
    ],
    [
      'names in string escapes',
      'malicious',
      'calls os.system',
      pickle(op.string("'\\x6f\\163'"), op.string('"sys\\164em"'), op.stackGlobal, op.emptyTuple, op.reduce),
    ],
    [
      'names in unicode escapes',
      'malicious',
      'calls os.system()',
      pickle(
        op.unicode('\\u006fs'),
        op.unicode('\\U00000073ystem'),
        op.stackGlobal,
        op.emptyTuple,
        op.reduce,
      ),
    ],
    ['a Python 2 name', 'malicious', 'calls builtins.eval', pickle(callOf('__builtin__', 'eval'))],
    [
      'a dotted name through an innocent module',
      'malicious',
      'pathlib.os.system',
      pickle(op.proto(4), op.text('pathlib'), op.text('os.system'), op.stackGlobal, op.emptyTuple, op.reduce),
    ],
    [
      'a submodule of the denied',
      'malicious',
      'importlib.util',
      pickle(callOf('importlib.util', 'find_spec')),
    ],
    ['an import alone', 'malicious', 'imports os.system', pickle(op.global('os', 'system'))],
    ['a callable that no list knows', 'code', 'calls cgitb.lookup', pickle(callOf('cgitb', 'lookup'))],
    [
      'a class of the user',
      'code',
      'calls __main__.MyModel',
      pickle(op.proto(2), op.global('__main__', 'MyModel'), op.emptyTuple, op.newObj),
    ],
    [
      'an allowed package, another name',
      'code',
      'calls numpy.f2py.compile',
      pickle(callOf('numpy.f2py', 'compile')),
    ],
    [
      'a second pickle in the file',
      'malicious',
      system,
      Buffer.concat([sklearn, pickle(op.proto(2), callOf('os', 'system'))]),
    ],
    ['behind a model', 'malicious', system, pickle(op.proto(2), op.none, op.pop, callOf('os', 'system'))],
    [
      'calling what a call gave',
      'code',
      'calls what collections.OrderedDict() gives',
      pickle(op.global('collections', 'OrderedDict'), op.emptyTuple, op.reduce, op.emptyTuple, op.reduce),
    ],
    [
      'a name that a call makes',
      'code',
      'only known when it runs',
      pickle(
        op.text('os'),
        op.global('_codecs', 'encode'),
        op.longText('x'),
        op.tuple1,
        op.reduce,
        op.stackGlobal,
      ),
    ],
    [
      'the registry of extensions',
      'code',
      'copyreg.extension_1',
      pickle(op.proto(2), op.ext1(1), op.emptyTuple, op.reduce),
    ],
    ['a persistent id without its loader', 'code', 'a persistent id', pickle(op.longText('x'), op.binPersId)],
    [
      'changing a library',
      'code',
      'sets attributes of collections.OrderedDict',
      pickle(
        op.global('collections', 'OrderedDict'),
        dict({ clear: op.global('collections', 'deque') }),
        op.build,
      ),
    ],
    [
      'a class made on the spot',
      'code',
      'calls builtins.type',
      pickle(
        op.global('builtins', 'type'),
        op.longText('X'),
        op.emptyTuple,
        op.emptyDict,
        op.tuple3,
        op.reduce,
      ),
    ],
    [
      'torch calling what it is handed',
      'code',
      '_rebuild_from_type_v2',
      pickle(
        op.global('torch._tensor', '_rebuild_from_type_v2'),
        op.global('collections', 'deque'),
        op.tuple1,
        op.reduce,
      ),
    ],
  ])('%s is %s', (_, verdict, reason, bytes) => {
    const report = scan(bytes);
    expect(report.reasons.join('\n')).toContain(reason);
    expect(report.verdict).toBe(verdict);
  });

  test('what ran before a break counts', () => {
    const whole = pickle(op.proto(4), callOf('os', 'system'));
    expect(scan(Buffer.concat([whole.subarray(0, -1), utf8('\xff\xff')]))).toMatchObject({
      verdict: 'malicious',
    });
    expect(scan(whole.subarray(0, -1))).toMatchObject({ verdict: 'malicious' });
    // Without a protocol too: a loader would have run it.
    expect(scan(callOf('os', 'system'))).toMatchObject({ verdict: 'malicious' });
  });

  test('each says what, with which arguments and where', () => {
    const report = scan(pickle(op.proto(2), callOf('subprocess', 'check_output', 'x'.repeat(500))));
    expect(report.reasons).toEqual([`calls subprocess.check_output("${'x'.repeat(80)}…") at byte 533`]);
  });
});

describe('broken pickles are malformed', () => {
  test.each<[string, Uint8Array, string]>([
    ['no STOP', sklearn.subarray(0, -1), 'ends in the middle'],
    ['cut short', sklearn.subarray(0, 60), 'ends in the middle'],
    ['an unknown opcode', pickle(op.proto(2), Buffer.from([0xff])), 'the byte 0xff'],
    ['an unknown protocol inside', pickle(op.proto(2), op.proto(6)), 'names protocol 6'],
    ['an empty stack', pickle(op.proto(2), op.reduce), 'empty stack'],
    ['a mark never set', pickle(op.proto(2), op.tuple), 'never set'],
    ['a memo never filled', pickle(op.proto(2), op.get(4)), 'never remembered'],
    ['a frame past the end', pickle(op.proto(4), op.frame(1000), op.none), 'past the end'],
    ['text behind the end', Buffer.concat([pickle(op.proto(2), op.none), utf8('hello')]), '5 bytes follow'],
    ['adding to a number', pickle(op.proto(2), op.int(1), op.none, op.append), 'cannot grow'],
    ['a dict of keys alone', pickle(op.proto(2), op.mark, op.none, utf8('d')), 'without values'],
    ['an import of no name', pickle(op.proto(2), op.global('a b', 'c')), 'which no module is called'],
    [
      'an import of a number',
      pickle(op.proto(4), op.int(1), op.text('x'), op.stackGlobal),
      'what is no text',
    ],
    [
      'a length past the end',
      pickle(op.proto(3), Buffer.from([0x42, 0xff, 0xff, 0xff, 0xff])),
      'ends in the middle',
    ],
    ['a buffer from elsewhere', pickle(op.proto(5), Buffer.from([0x97])), 'not in the file'],
  ])('%s', (_, bytes, reason) => {
    const report = scan(bytes);
    expect(report.verdict).toBe('malformed');
    expect(report.reasons.join('\n')).toContain(reason);
  });
});

describe('hostile pickles stay within bounds', () => {
  test.each<[string, Uint8Array]>([
    ['marks', Buffer.concat([op.proto(2), Buffer.alloc(3_000_000, '(')])],
    ['values', Buffer.concat([op.proto(2), Buffer.alloc(3_000_000, 'N')])],
    ['nested tuples', pickle(op.proto(2), op.none, Buffer.alloc(1_000_000, 0x85))],
    [
      'tuples of themselves twice',
      pickle(
        op.proto(2),
        op.none,
        Buffer.concat(Array.from({ length: 100_000 }, () => Buffer.from([0x32, 0x86]))),
      ),
    ],
    ['many small pickles', Buffer.alloc(1_000_000, 'N.')],
    ['a line without end', Buffer.concat([utf8('c'), Buffer.alloc(5_000_000, 'a')])],
    ['memo entries far apart', pickle(op.proto(2), op.none, Buffer.from([0x72, 0xff, 0xff, 0xff, 0xff]))],
  ])('%s', (_, bytes) => {
    const start = performance.now();
    scan(bytes);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  test('any bytes get a verdict, and a prefix of a malicious pickle that has run stays malicious', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(scan(bytes).format).not.toBe('');
        expect(scan(Buffer.concat([op.proto(2), callOf('os', 'system'), bytes])).verdict).toBe('malicious');
      }),
      { numRuns: 2000 },
    );
  });

  test('a changed byte never throws', () => {
    fc.assert(
      fc.property(fc.nat(sklearn.length - 1), fc.nat(255), (at, byte) => {
        const changed = Buffer.from(sklearn);
        changed[at] = byte;
        expect(scan(changed).format).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
