import { describeDocumentLaws } from '../service/documentLaws.ts';
import { openTarget } from '../service/documentTarget.ts';

describeDocumentLaws(500, openTarget);
