import { useMemo } from 'react';
import { buildPlan, type RedactionPlan } from '../../../shared/plan/RedactionPlan';
import { renderPublished, type PublishedParagraph } from '../../../shared/plan/render';
import { useInterviewState } from '../../session/useInterview';
import { namesForLabels } from './namesForLabels';

/** Plans what would be withheld, and where, if it were published now. */
export function usePlan(): RedactionPlan {
  const document = useInterviewState((state) => state.document);
  return useMemo(() => buildPlan(document), [document]);
}

/** Renders the transcript as it would be published now. */
export function usePublished(plan: RedactionPlan): PublishedParagraph[] {
  const document = useInterviewState((state) => state.document);
  return useMemo(() => renderPublished(document, plan, namesForLabels(document)), [document, plan]);
}
