import { describeDocumentLaws } from './documentLaws.ts';
import { openTarget } from './documentTarget.ts';

describeDocumentLaws(20, openTarget);
