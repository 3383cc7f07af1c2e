import { expect, it } from 'vitest';
import { createSpeed } from '@/lib/card/speed';

it('is the mean of the last two steps', () => {
  const speed = createSpeed();
  expect(speed(0, 0, 0)).toBe(0);
  expect(speed(8, 0, 16)).toBeCloseTo(0.5);
  expect(speed(24, 0, 32)).toBeCloseTo(0.75);
  expect(speed(24, 0, 48)).toBeCloseTo(0.5);
});

it('forgets the way before a rest', () => {
  const speed = createSpeed();
  speed(0, 0, 0);
  speed(100, 0, 16);
  expect(speed(101, 0, 400)).toBe(0);
});

it('says 0 where the clock is too coarse to tell', () => {
  const speed = createSpeed();
  speed(0, 0, 100);
  expect(speed(50, 0, 100)).toBe(0);
});
