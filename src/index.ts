/**
 * The library behind the command: `import { openProject, … } from 'curate'`.
 *
 * A whole export in four calls:
 *
 *     const project = await openProject({ data: 'data' });
 *     const report = await runExport(project, { id_key: undefined, listener: SILENT, stdout: process.stdout });
 *
 * or step by step: `findInputs` → `withPool` → `decideProject` (survey + decide) → `statsReport`, `progressReport`,
 * `explainReport`. Nothing here prints, sets an exit code or reads the command line; what a user can mend is thrown as
 * a `CurateError`.
 */

export type { ConversationInput } from './collect/conversationInput.ts';
export { ConversationLogger } from './collect/conversationLogger.ts';
export type { CollectorOptions } from './collect/door.ts';
export { FeedbackCollector } from './collect/feedbackCollector.ts';
export type { FeedbackInput } from './collect/feedbackInput.ts';
export { type OpenCollector, openCollector } from './collect/openCollector.ts';
export {
  type CollectCounts,
  type Collected,
  type Collector,
  type ConversationSink,
  type FeedbackSink,
  type InputProblem,
  InvalidInput,
  NotWritten,
  TooLarge,
} from './collect/types.ts';
export { type Config, defaultConfig, parseConfig } from './config/config.ts';
export { type LoadedConfig, loadConfig, readConfig } from './config/load.ts';
export { configWarnings } from './config/warnings.ts';
export type { Account } from './engine/account.ts';
export { checkReport } from './engine/checkReport.ts';
export { type Decided, decideProject, withPool } from './engine/decideProject.ts';
export { type DiffRequest, exportDiff } from './engine/diff/exportDiff.ts';
export { type ExportedSet, openExportedSet } from './engine/diff/exportedSet.ts';
export { explainReport } from './engine/explainReport.ts';
export type { Manifest, ManifestInput, ManifestOutput } from './engine/export/manifest.ts';
export { type ExportRequest, runExport } from './engine/export/runExport.ts';
export type { Subject } from './engine/forget/person.ts';
export { type ForgetRequest, runForget } from './engine/forget/runForget.ts';
export { gapsReport } from './engine/gapsReport.ts';
export { pageData } from './engine/page/pageData.ts';
export { type Plans, plansOf } from './engine/plans.ts';
export { openPool, type Pool } from './engine/pool.ts';
export { progressReport } from './engine/progressReport.ts';
export { findInputs, type Inputs, openProject, type Project, type ProjectOptions } from './engine/project.ts';
export { type PruneRequest, runPrune } from './engine/prune/runPrune.ts';
export type { SampleRequest } from './engine/sample/request.ts';
export { sampleReport } from './engine/sample/sampleReport.ts';
export { type ScanListener, type Scanned, scanAll } from './engine/scan/scanAll.ts';
export { type ScanPlan, type ScanRequest, scanPlan } from './engine/scan/scanPlan.ts';
export { scanSources } from './engine/scan/scanSources.ts';
export { stagesReport } from './engine/stagesReport.ts';
export { statsReport } from './engine/statsReport.ts';
export { type ProgressListener, SILENT, type Survey, type SurveyProgress, surveyLogs } from './engine/surveyLogs.ts';
export { type DataSet, type DataSetRequest, openDataSet } from './engine/validate/dataSet.ts';
export { type ValidateListener, type ValidateSettings, validateData } from './engine/validate/validateData.ts';
export { thresholds } from './engine/whatif/thresholds.ts';
export { whatIf } from './engine/whatif/whatIf.ts';
export { CurateError, GateFailed } from './errors.ts';
export type {
  ChatTemplate,
  Example,
  ExampleShape,
  ExportShape,
  Format,
  FormatOptions,
  Row,
  RowWriter,
} from './formats/format.ts';
export { FORMATS, formatNamed } from './formats/index.ts';
export { conversationOf } from './inputs/conversationLine.ts';
export { type Feedback, feedbackOf } from './inputs/feedbackLine.ts';
export { conversationFields, feedbackFields } from './inputs/fields.ts';
export { findFiles, type InputFile } from './inputs/files.ts';
export { parseRecord } from './inputs/parseRecord.ts';
export { type ByteRange, readRecords } from './inputs/readRecords.ts';
export type { RecordSink } from './inputs/recordSplitter.ts';
export type { Conversation, Facets, Message, Role } from './pipeline/conversation.ts';
export { decide } from './pipeline/decide.ts';
export type { Decisions } from './pipeline/decisions.ts';
export type { Digest, DigestRows } from './pipeline/digest.ts';
export { RecordPipeline, type Step } from './pipeline/recordPipeline.ts';
export type { PlannedStage, RecordPlan } from './pipeline/recordPlan.ts';
export { recordReasons } from './pipeline/recordReasons.ts';
export { createFinder, type EntityFinding, type FindEntities } from './pipeline/scrub/finder.ts';
export { type DecidePlan, defineSetStage, type SetStage } from './pipeline/setStage.ts';
export { SET_STAGES } from './pipeline/setStages.ts';
export { SPLITS, type SplitName, splitOf } from './pipeline/split/assign.ts';
export { Drop, defineStage, type RecordStage, type Verdict } from './pipeline/stage.ts';
export { RECORD_STAGES } from './pipeline/stages.ts';
export { Surveyor, type SurveyPlan } from './pipeline/survey.ts';
export { type TokenBin, type TokenHistogram, tokenHistogram } from './pipeline/tokens/tokenHistogram.ts';
export type * from './report/types.ts';
export { TARGETS, targetNamed } from './targets/index.ts';
export type { Limits, Target } from './targets/target.ts';
export { version } from './version.ts';
