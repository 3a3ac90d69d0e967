import { type Dispatch, useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { type CheckoutEvent, type CheckoutState, canShow, stepNamed } from './steps.ts';

const PARAM = 'step';

/** The step named in the URL. */
export function useNamedStep() {
  const [params] = useSearchParams();
  return stepNamed(params.get(PARAM));
}

/**
 * Makes each step an entry in the browser's history, so that Back and Forward move between them. A URL that names an
 * unavailable step is corrected.
 */
export function useStepInHistory(state: CheckoutState, dispatch: Dispatch<CheckoutEvent>): void {
  const [, setParams] = useSearchParams();
  const named = useNamedStep();
  const shown = useRef(state.step);
  const { step } = state;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `setParams` is another one at every address.
  useEffect(() => {
    const moved = step !== shown.current;
    shown.current = step;
    if (named === step) return;
    if (!moved && named && canShow(state, named)) {
      shown.current = named;
      dispatch({ type: 'change', step: named });
      return;
    }
    setParams({ [PARAM]: step }, { replace: !moved, preventScrollReset: true });
  }, [named, step, state.paying]);
}
