import { loadPlan, type Plan } from '@cyclorama/inference';
import { describe, expect, it } from 'vitest';
import { readBenchFile } from '../bench-files';
import { multiplyAdds, planMultiplyAdds, stepBytes } from './multiply-adds';
import { stepKind } from './step-kind';

const readPlan = async (name: string): Promise<Plan> => loadPlan(await readBenchFile(name));

const landscape = await readPlan('landscape.tflite');
const general = await readPlan('general.tflite');

describe('the multiply-adds of a plan', () => {
  it('are those of the models’ filters', () => {
    expect(planMultiplyAdds(landscape)).toBe(29_564_800);
    expect(planMultiplyAdds(general)).toBe(52_531_072);
  });

  it('grow with the pixels, but for the dense layers, which see one pixel in both', () => {
    const dense = landscape.steps
      .filter((step) => stepKind(landscape, step) === 'dense')
      .reduce((sum, step) => sum + multiplyAdds(landscape, step), 0);
    const ofPixels = (plan: Plan): number => planMultiplyAdds(plan) - dense;
    expect(ofPixels(general) / ofPixels(landscape)).toBeCloseTo((256 * 256) / (256 * 144), 10);
  });

  it('count every weight once for each pixel of the first convolution’s output', () => {
    const [first] = landscape.steps;
    if (!first) throw new Error('No step.');
    // 3×3 over three channels to sixteen, at half the size.
    expect(multiplyAdds(landscape, first)).toBe(72 * 128 * 16 * 27);
    expect(stepKind(landscape, first)).toBe('convolution 3×3 / 2');
  });

  it('are none for a mean, which reads all the same', () => {
    const mean = landscape.steps.find(({ kind }) => kind === 'mean');
    if (!mean) throw new Error('No mean.');
    expect(multiplyAdds(landscape, mean)).toBe(0);
    const [, height = 0, width = 0, channels = 0] = landscape.shapes[mean.input] ?? [];
    expect(stepBytes(landscape, mean)).toBe(4 * (height * width + 1) * channels);
  });
});
