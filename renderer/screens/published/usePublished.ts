import { useMemo } from 'react';
import { buildPlan, type RedactionPlan } from '../../../shared/redaction/plan';
import { renderPublished, type PublishedParagraph } from '../../../shared/redaction/render';
import { useInterviewState } from '../../client/useInterview';
import { namesForLabels } from './labels';

/** The transcript and the spans as they would be published now. */
export function usePublished(): { plan: RedactionPlan; paragraphs: PublishedParagraph[] } {
  const document = useInterviewState((state) => state.document);
  return useMemo(() => {
    const plan = buildPlan(document);
    return { plan, paragraphs: renderPublished(document, plan, namesForLabels(document)) };
  }, [document]);
}
