/** Modules, several where versions of a library moved them, and the names that models import from each. */
export type Imports = readonly [modules: string, names: string];

/** Storage classes and data types of torch, as state dictionaries name them. */
const torchNames =
  'BFloat16Storage BoolStorage ByteStorage CharStorage ComplexDoubleStorage ComplexFloatStorage DoubleStorage FloatStorage HalfStorage IntStorage LongStorage QInt32Storage QInt8Storage QUInt8Storage ShortStorage Size Tensor device ' +
  'bfloat16 bool complex128 complex64 float16 float32 float64 float8_e4m3fn float8_e5m2 int16 int32 int64 int8 qint32 qint8 quint8 uint8';

const numpyScalars =
  'bool bool_ bytes_ clongdouble complex128 complex64 datetime64 float16 float32 float64 int16 int32 int64 int8 intc longdouble longlong object_ str_ timedelta64 uint16 uint32 uint64 uint8 uintc ulonglong void';

const numpyFunctions =
  'abs absolute add arccos arccosh arcsin arcsinh arctan arctan2 arctanh bitwise_and bitwise_count bitwise_or bitwise_xor cbrt ceil conjugate copysign cos cosh deg2rad degrees divide divmod equal exp exp2 expm1 fabs float_power floor floor_divide fmax fmin fmod frexp gcd greater greater_equal heaviside hypot invert isfinite isinf isnan isnat lcm ldexp left_shift less less_equal log log10 log1p log2 logaddexp logaddexp2 logical_and logical_not logical_or logical_xor matmul matvec maximum mean median minimum modf multiply nanmean nanmedian negative nextafter not_equal positive power rad2deg radians reciprocal remainder right_shift rint round sign signbit sin sinh spacing sqrt square std subtract sum tan tanh trunc var vecdot vecmat';

/** One line for each place, so that a new class of a new version is one word more. scikit-learn has a file of its own. */
export const libraries: readonly Imports[] = [
  // Python
  [
    'builtins',
    'bool bytearray bytes complex dict float frozenset int list long object range set slice str tuple type unicode xrange NotImplemented Ellipsis',
  ],
  ['collections', 'Counter OrderedDict defaultdict deque'],
  ['copyreg', '_reconstructor __newobj__ __newobj_ex__'],
  ['_codecs', 'encode'],
  ['datetime', 'date datetime time timedelta timezone'],
  ['zoneinfo', 'ZoneInfo._unpickle'],
  ['decimal', 'Decimal'],
  ['fractions', 'Fraction'],
  ['uuid', 'UUID SafeUUID'],
  ['pathlib pathlib._local', 'Path PosixPath PurePath PurePosixPath PureWindowsPath WindowsPath'],
  ['array', 'array _array_reconstructor'],
  ['types', 'SimpleNamespace'],
  ['argparse', 'Namespace'],
  ['random', 'Random'],
  ['re', '_compile'],
  ['math', 'exp log log10 log1p log2 sqrt'],
  // numpy
  ['numpy.core.multiarray numpy._core.multiarray', '_reconstruct scalar'],
  ['numpy.core.numeric numpy._core.numeric', '_frombuffer'],
  ['numpy.core._multiarray_umath numpy._core._multiarray_umath', numpyFunctions],
  ['numpy', `dtype ndarray matrix ${numpyScalars} ${numpyFunctions}`],
  ['numpy.ma', 'MaskedArray'],
  ['numpy.ma.core', 'MaskedArray MaskedConstant _mareconstruct'],
  ['numpy.matrixlib.defmatrix', 'matrix'],
  ['numpy.rec', 'recarray'],
  ['numpy.random._pickle', '__bit_generator_ctor __generator_ctor __randomstate_ctor'],
  ['numpy.random.bit_generator', 'SeedSequence __pyx_unpickle_SeedSequence'],
  ['numpy.random._mt19937', 'MT19937'],
  ['numpy.random._pcg64', 'PCG64 PCG64DXSM'],
  ['numpy.random._philox', 'Philox'],
  ['numpy.random._sfc64', 'SFC64'],
  // scipy; not the distributions of scipy.stats, which run text out of the pickle when their state is set
  ['scipy.sparse._csr scipy.sparse.csr', 'csr_array csr_matrix'],
  ['scipy.sparse._csc scipy.sparse.csc', 'csc_array csc_matrix'],
  ['scipy.sparse._coo scipy.sparse.coo', 'coo_array coo_matrix'],
  ['scipy.sparse._dia scipy.sparse.dia', 'dia_array dia_matrix'],
  ['scipy.sparse._lil scipy.sparse.lil', 'lil_array lil_matrix'],
  ['scipy.sparse._dok scipy.sparse.dok', 'dok_array dok_matrix'],
  ['scipy.sparse._bsr scipy.sparse.bsr', 'bsr_array bsr_matrix'],
  ['scipy.interpolate._interpolate', 'PPoly interp1d interp1d._call_linear_np'],
  ['scipy.interpolate._cubic', 'CubicSpline PchipInterpolator'],
  ['scipy.interpolate._fitpack2', 'InterpolatedUnivariateSpline LSQUnivariateSpline UnivariateSpline'],
  ['scipy._lib.array_api_compat.numpy._aliases', 'asarray'],
  ['scipy.stats._kde', 'gaussian_kde'],
  ['scipy.interpolate._bsplines', 'BSpline'],
  ['scipy.special._ufuncs', 'expit log1p logit xlogy'],
  ['scipy.spatial._ckdtree', 'cKDTree'],
  ['scipy.spatial._kdtree', 'KDTree'],
  ['scipy.optimize._optimize scipy.optimize.optimize', 'OptimizeResult'],
  // pandas (from version 3 on by their public names)
  [
    'pandas',
    'BooleanDtype Categorical CategoricalDtype CategoricalIndex DataFrame DatetimeIndex DatetimeTZDtype Float64Dtype Index Int64Dtype Interval IntervalDtype MultiIndex NA Period PeriodDtype RangeIndex Series StringDtype',
  ],
  [
    'pandas.arrays',
    'BooleanArray DatetimeArray FloatingArray IntegerArray IntervalArray PeriodArray StringArray TimedeltaArray',
  ],
  ['pandas._libs.interval', '__pyx_unpickle_IntervalMixin'],
  [
    'pandas._libs.tslibs.offsets',
    'BusinessDay Day Hour Minute MonthBegin MonthEnd QuarterEnd Second Week YearEnd',
  ],
  ['pandas.core.frame', 'DataFrame'],
  ['pandas.core.series', 'Series'],
  ['pandas.core.internals.managers', 'BlockManager SingleBlockManager'],
  ['pandas._libs.internals', '_unpickle_block BlockManager BlockPlacement'],
  ['pandas._libs.arrays', '__pyx_unpickle_NDArrayBacked NDArrayBacked'],
  ['pandas._libs.missing', 'NAType _unpickle_NAType'],
  ['pandas._libs.tslibs.timestamps', 'Timestamp _unpickle_timestamp'],
  ['pandas._libs.tslibs.timedeltas', 'Timedelta _timedelta_unpickle'],
  ['pandas._libs.tslibs.nattype', '_nat_unpickle'],
  ['pandas.core.indexes.base', 'Index _new_Index'],
  ['pandas.core.indexes.range', 'RangeIndex'],
  ['pandas.core.indexes.multi', 'MultiIndex'],
  ['pandas.core.indexes.category', 'CategoricalIndex'],
  ['pandas.core.indexes.datetimes', 'DatetimeIndex _new_DatetimeIndex'],
  ['pandas.core.indexes.frozen', 'FrozenList'],
  ['pandas.core.arrays.categorical', 'Categorical'],
  ['pandas.core.arrays.datetimes', 'DatetimeArray'],
  ['pandas.core.arrays.string_', 'StringArray StringDtype'],
  ['pandas.core.dtypes.dtypes', 'CategoricalDtype DatetimeTZDtype'],
  // joblib: arrays follow their wrapper in the stream
  ['joblib.numpy_pickle', 'NumpyArrayWrapper'],
  // torch: state dictionaries, then the layers of pickled modules
  ['torch', torchNames],
  [
    'torch._utils',
    '_rebuild_parameter _rebuild_parameter_with_state _rebuild_qtensor _rebuild_sparse_tensor _rebuild_tensor _rebuild_tensor_v2 _rebuild_tensor_v3',
  ],
  ['torch._tensor', '_rebuild_from_type_v2'],
  ['torch.storage', 'TypedStorage UntypedStorage'],
  ['torch.serialization', '_get_layout'],
  ['torch.nn.parameter', 'Buffer Parameter'],
  ['torch.nn.modules.container', 'ModuleDict ModuleList ParameterList Sequential'],
  ['torch.nn.modules.linear', 'Bilinear Identity Linear NonDynamicallyQuantizableLinear'],
  ['torch.nn.modules.conv', 'Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d'],
  ['torch.nn.modules.batchnorm', 'BatchNorm1d BatchNorm2d BatchNorm3d'],
  ['torch.nn.modules.normalization', 'GroupNorm LayerNorm RMSNorm'],
  [
    'torch.nn.modules.activation',
    'ELU GELU Hardtanh LeakyReLU LogSoftmax MultiheadAttention PReLU ReLU ReLU6 SiLU Sigmoid Softmax Softplus Tanh',
  ],
  ['torch.nn.modules.dropout', 'AlphaDropout Dropout Dropout1d Dropout2d Dropout3d'],
  [
    'torch.nn.modules.pooling',
    'AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveMaxPool2d AvgPool1d AvgPool2d MaxPool1d MaxPool2d',
  ],
  ['torch.nn.modules.sparse', 'Embedding EmbeddingBag'],
  ['torch.nn.modules.rnn', 'GRU GRUCell LSTM LSTMCell RNN'],
  ['torch.nn.modules.flatten', 'Flatten Unflatten'],
  [
    'torch.nn.modules.transformer',
    'Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer',
  ],
  ['torch.nn.modules.loss', 'BCELoss BCEWithLogitsLoss CrossEntropyLoss L1Loss MSELoss NLLLoss SmoothL1Loss'],
  ['torch.nn.functional', 'gelu relu'],
  // gradient boosting
  ['xgboost.core', 'Booster'],
  ['xgboost.sklearn', 'XGBClassifier XGBModel XGBRFClassifier XGBRFRegressor XGBRanker XGBRegressor'],
  ['lightgbm.basic', 'Booster'],
  ['lightgbm.sklearn', 'LGBMClassifier LGBMModel LGBMRanker LGBMRegressor'],
  ['catboost.core', 'CatBoost CatBoostClassifier CatBoostRanker CatBoostRegressor'],
];
