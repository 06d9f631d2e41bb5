/**
 * Modules through which code is run, files are reached or the network is: an import from one is `malicious`. This list only
 * raises the severity; what is on no list is blocked as `code` all the same.
 */
const modules: ReadonlySet<string> = new Set([
  '_aix_support',
  '_osx_support',
  '_pickle',
  '_posixsubprocess',
  '_winapi',
  'aiohttp',
  'asyncio',
  'bdb',
  'cProfile',
  'code',
  'codeop',
  'commands',
  'concurrent',
  'ctypes',
  'dill',
  'distutils',
  'doctest',
  'ensurepip',
  'ftplib',
  'http',
  'httpx',
  'idlelib',
  'importlib',
  'inspect',
  'lib2to3',
  'linecache',
  'marshal',
  'mmap',
  'multiprocessing',
  'nt',
  'ntpath',
  'os',
  'pdb',
  'pickle',
  'pip',
  'pkgutil',
  'platform',
  'posix',
  'posixpath',
  'profile',
  'pty',
  'pydoc',
  'requests',
  'rlcompleter',
  'runpy',
  'setuptools',
  'shelve',
  'shutil',
  'signal',
  'site',
  'smtplib',
  'socket',
  'socketserver',
  'ssl',
  'subprocess',
  'sys',
  'tempfile',
  'test',
  'threading',
  'timeit',
  'trace',
  'urllib',
  'urllib2',
  'venv',
  'webbrowser',
  'xmlrpc',
  'zipimport',
]);

/** Single names of modules that are otherwise harmless. */
const names: ReadonlySet<string> = new Set(
  Object.entries({
    builtins:
      'eval exec execfile compile open input breakpoint __import__ getattr setattr delattr globals locals vars apply help',
    copyreg: 'add_extension pickle constructor',
    functools: 'partial partialmethod reduce',
    operator: 'attrgetter methodcaller',
    types: 'FunctionType CodeType LambdaType MethodType',
    codecs: 'open',
    io: 'open FileIO open_code',
    _io: 'open FileIO open_code',
    pathlib: 'os',
    torch: 'load',
    'torch.hub': 'load load_state_dict_from_url download_url_to_file',
    'torch.serialization': 'load',
    joblib: 'load',
    'joblib.numpy_pickle': 'load',
    numpy: 'load fromfile save savez memmap',
    'numpy.testing._private.utils': 'runstring',
    pandas: 'read_pickle eval',
    'pandas.io.pickle': 'read_pickle',
    yaml: 'load unsafe_load full_load',
    cloudpickle: 'loads load',
  }).flatMap(([module, list]) => list.split(' ').map((name) => `${module} ${name}`)),
);

/** Python 2's names, as unpicklers read them in protocols 0 to 2 (CPython, `_compat_pickle.py`). */
const renamed: ReadonlyMap<string, string> = new Map([
  ['__builtin__', 'builtins'],
  ['copy_reg', 'copyreg'],
  ['cPickle', 'pickle'],
  ['exceptions', 'builtins'],
]);

export function currentModule(module: string): string {
  return renamed.get(module) ?? module;
}

/** A dotted name reaches through its module: `pathlib`, `os.system`. Every step counts. */
export function isDenied(module: string, name: string): boolean {
  const [top = ''] = module.split('.', 1);
  if (modules.has(top) || names.has(`${module} ${name}`)) return true;
  const steps = name.split('.');
  return steps.length > 1 && steps.some((step) => modules.has(step) || names.has(`builtins ${step}`));
}
