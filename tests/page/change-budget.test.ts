import { describe, expect, it } from 'vitest';
import { createChangeBudget } from '@/lib/page/change-budget';

describe('the budget for changes', () => {
  it('lets cheap rounds through with the next frame', () => {
    const budget = createChangeBudget(() => 1000);
    budget.spent(0.1);
    expect(budget.wait()).toBe(0);
  });
  it('makes a dear round wait for its share of the time, and no longer than two seconds', () => {
    let now = 0;
    const budget = createChangeBudget(() => now);
    budget.spent(3);
    expect(budget.wait()).toBeCloseTo(200);
    now = 200;
    expect(budget.wait()).toBe(0);
    for (let round = 0; round < 10; round++) budget.spent(50);
    expect(budget.wait()).toBe(2000);
  });
});
