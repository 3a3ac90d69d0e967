// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ProgressSteps } from './progress-steps.tsx';

afterEach(cleanup);

const steps = ['Reserving your items', 'Asking your bank', 'Done'];
const looks = (container: HTMLElement) =>
  [...container.querySelectorAll('ol > li')].map(({ classList }) =>
    ['active', 'completed'].filter((name) => classList.contains(name)).join(),
  );

test('only the current step is read out', () => {
  const { container, rerender } = render(<ProgressSteps steps={steps} current={1} />);
  const spoken = screen.getByRole('status').querySelector(':scope > .visually-hidden');
  expect(spoken?.textContent).toBe('Asking your bank');
  expect(container.querySelector('ol')?.getAttribute('aria-hidden')).toBe('true');
  rerender(<ProgressSteps steps={steps} current={3} />);
  expect(spoken?.textContent).toBe('Done');
});

test('steps are completed, active or ahead', () => {
  const { container, rerender } = render(<ProgressSteps steps={steps} current={1} />);
  expect(looks(container)).toEqual(['completed', 'active', '']);
  rerender(<ProgressSteps steps={steps} current={3} />);
  expect(looks(container)).toEqual(['completed', 'completed', 'completed']);
});
