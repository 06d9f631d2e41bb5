/** Beyond this, differences of floats overflow: such a figure is shown as text only. */
const mostPlaceable = 1e15;

/** An axis in its own, perhaps logarithmic, measure. */
export interface Axis {
  readonly scale: 'linear' | 'log';
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

export interface AxisNeeds {
  readonly scale: 'linear' | 'log';
  /** Always on the axis. */
  readonly core: readonly number[];
  /** On the axis unless that would squeeze the core to less than a third of it. */
  readonly reach: readonly number[];
}

/** @returns undefined where there is nothing to place. */
export function axisOf({ scale, core, reach }: AxisNeeds): Axis | undefined {
  const toMeasure = (x: number) => (scale === 'log' ? Math.log10(x) : x);
  const placeable = (x: number) => Math.abs(toMeasure(x)) <= mostPlaceable;
  const wanted = core.filter(placeable).map(toMeasure);
  if (wanted.length === 0) return undefined;
  const [low, high] = [Math.min(...wanted), Math.max(...wanted)];
  const spread = Math.max(high - low, scale === 'log' ? 0.1 : Math.max(Math.abs(high), 1e-9) * 0.1);
  const far = reach.filter(placeable).map(toMeasure);
  const min = Math.max(Math.min(low, ...far), low - spread) - spread * 0.06;
  const max = Math.min(Math.max(high, ...far), high + spread) + spread * 0.06;
  return { scale, min, max, ticks: scale === 'log' ? logTicks(min, max) : linearTicks(min, max) };
}

/** Where a value stands, 0 to 1 from left to right; beyond the ends it stops at them. */
export function positionOn({ scale, min, max }: Axis, value: number): number {
  const measure = scale === 'log' ? Math.log10(Math.max(value, Number.MIN_VALUE)) : value;
  return Math.min(1, Math.max(0, (measure - min) / (max - min)));
}

export function isBeyond({ scale, min, max }: Axis, value: number): boolean {
  const measure = scale === 'log' ? Math.log10(Math.max(value, Number.MIN_VALUE)) : value;
  return measure < min || measure > max;
}

/** At most eight round steps of 1, 2 or 5 × 10ⁿ. */
function linearTicks(min: number, max: number): readonly number[] {
  const rough = (max - min) / 7;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((s) => s * power >= rough) ?? 10);
  const first = Math.ceil(min / step);
  const count = Math.floor(max / step) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Round values of a logarithmic axis: linear ones within a decade, else 1-2-5, else powers of ten. */
function logTicks(min: number, max: number): readonly number[] {
  if (max - min < 1) return linearTicks(10 ** min, 10 ** max);
  const decades = Array.from(
    { length: Math.floor(max) - Math.floor(min) + 1 },
    (_, i) => Math.floor(min) + i,
  );
  const stride = Math.ceil(decades.length / 8);
  const digits = max - min < 3 ? [1, 2, 5] : [1];
  return decades
    .filter((_, i) => i % stride === 0)
    .flatMap((n) => digits.map((digit) => Number(`${digit}e${n}`)))
    .filter((tick) => Math.log10(tick) >= min && Math.log10(tick) <= max);
}
