import { beforeEach, describe, expect, it } from 'vitest';
import { layOutPage } from '../testing/page-under-test';
import type { PageView } from './page-view';
import { Stage } from './stage';

const screen = (): HTMLElement | null => document.querySelector('#screen');
const radio = (view: PageView): HTMLInputElement | null =>
  document.querySelector(`input[name=view][value=${view}]`);
const divider = (): HTMLInputElement | null => document.querySelector('#divider');

describe('Stage', () => {
  const views: PageView[] = [];
  const places: number[] = [];
  let stage: Stage;

  beforeEach(() => {
    layOutPage();
    views.length = places.length = 0;
    stage = new Stage({
      onView: (view) => views.push(view),
      onDivider: (percent) => places.push(percent),
    });
  });

  it('shows the view that the visitor chooses, and tells of it', () => {
    expect(screen()?.dataset['view']).toBe('compare');
    radio('mask')?.click();
    expect(screen()?.dataset['view']).toBe('mask');
    expect([stage.view, views]).toEqual(['mask', ['mask']]);
  });

  it('shows a view that was remembered, and tells nothing', () => {
    stage.view = 'result';
    expect(radio('result')?.checked).toBe(true);
    expect(screen()?.dataset['view']).toBe('result');
    expect(views).toEqual([]);
  });

  it('moves the divider with the slider, which says where it stands', () => {
    const slider = divider();
    if (slider) slider.valueAsNumber = 72;
    slider?.dispatchEvent(new Event('input'));
    expect(screen()?.style.getPropertyValue('--share')).toBe('0.72');
    expect(slider?.getAttribute('aria-valuetext')).toBe('72 % before');
    expect([stage.divider, places]).toEqual([72, [72]]);
  });

  it('shows the state in words', () => {
    stage.showState('failed');
    expect(document.getElementById('state')?.textContent).toBe('background only');
  });
});
