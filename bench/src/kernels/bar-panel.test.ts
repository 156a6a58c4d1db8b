import { expect, it } from 'vitest';
import { drawPanel } from './bar-panel';

it('draws bars in proportion, and text that cannot break the picture', () => {
  const bar = { label: '<a & b>', note: '', look: 'ours' } as const;
  const bars = [
    { ...bar, value: 1 },
    { ...bar, value: 2 },
  ];
  const svg = drawPanel({ title: 't', bars, end: { value: 2 } }, 0);
  const [first = 0, second = 0] = [...svg.matchAll(/width="([\d.]+)"/g)].map(([, px]) =>
    Number(px),
  );
  expect(second / first).toBeCloseTo(2);
  expect(svg).toContain('>&lt;a &amp; b&gt;</text>');
});
