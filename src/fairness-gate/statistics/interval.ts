/** An observed rate. Under weights both counts are effective ones (Kish), so they need not be whole. */
export interface Rate {
  /** `events / trials`. */
  readonly value: number;
  readonly events: number;
  /** Above zero. */
  readonly trials: number;
}

/** Both ends belong to it. `Infinity` where the data set no upper bound. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Score interval of one rate. Wilson, JASA 22 (1927) 209–212. */
export function wilsonInterval({ value, events, trials }: Rate, z: number): Interval {
  const scale = trials + z * z;
  const centre = (events + (z * z) / 2) / scale;
  const half = (z / scale) * Math.sqrt(trials * value * (1 - value) + (z * z) / 4);
  return {
    low: events === 0 ? 0 : Math.max(0, centre - half),
    high: events === trials ? 1 : Math.min(1, centre + half),
  };
}

/** Difference `a − b` of independent rates. Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10. */
export function newcombeInterval(a: Rate, b: Rate, z: number): Interval {
  const difference = a.value - b.value;
  const [wa, wb] = [wilsonInterval(a, z), wilsonInterval(b, z)];
  return {
    low: difference - Math.hypot(a.value - wa.low, wb.high - b.value),
    high: difference + Math.hypot(wa.high - a.value, b.value - wb.low),
  };
}
