import { describeDocumentLaws } from './documentLaws.ts';
import { openTarget } from './documentTarget.ts';

describeDocumentLaws(25, openTarget);
