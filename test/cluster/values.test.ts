import { describe, expect, it } from 'vitest';
import { Duration, GiB, MiB } from '../../lib/cluster';

describe('Size', () => {
  it.each([
    [GiB(4), '4Gi'],
    [GiB(0.5), '512Mi'],
    [MiB(2048), '2Gi'],
    [MiB(1500), '1500Mi'],
  ])('is a quantity in the largest whole unit', (size, quantity) => {
    expect(size.toQuantity()).toBe(quantity);
  });
});

describe('Duration', () => {
  it.each([
    [Duration.minutes(15), '15m0s'],
    [Duration.hours(6), '6h0m0s'],
    [Duration.seconds(90), '1m30s'],
    [Duration.seconds(5), '5s'],
    [Duration.seconds(0), '0s'],
  ])('is written the way Go writes it back', (duration, text) => {
    expect(duration.toGoString()).toBe(text);
  });
});
