import type { Conversation, Facets } from '../../pipeline/conversation.ts';
import type { Decisions } from '../../pipeline/decisions.ts';
import type { RecordPipeline } from '../../pipeline/recordPipeline.ts';
import { rewriteTexts } from '../../pipeline/rewriteTexts.ts';
import { SET_STAGES } from '../../pipeline/setStages.ts';
import type { Drop } from '../../pipeline/stage.ts';
import { RECORD_STAGES } from '../../pipeline/stages.ts';
import { firstExchanges, TURNS } from '../../pipeline/turns.ts';
import type { SampledDrop, SampledMessage } from '../../report/types.ts';
import { orNull, wordsOf } from '../explainReport.ts';
import { stageOf } from './request.ts';

/** What is shown of a conversation beside what the digest says. */
export interface Shown {
  readonly messages: readonly SampledMessage[];
  readonly facets: Facets;
  readonly drop: Omit<SampledDrop, 'kept_instead'> | null;
}

/** Makes of log lines what is to be read of them. */
export class Showing {
  readonly #decisions: Decisions;
  readonly #pipeline: RecordPipeline;
  readonly #disguise: ((text: string) => string) | undefined;

  /**
   * @param disguise what every text goes through before it is shown, whatever the stages made of it; where it is left out,
   * all is shown as it was logged
   */
  constructor(decisions: Decisions, pipeline: RecordPipeline, disguise: ((text: string) => string) | undefined) {
    this.#decisions = decisions;
    this.#pipeline = pipeline;
    this.#disguise = disguise;
  }

  /** @param logged the lines at these rows */
  of(rows: readonly number[], logged: readonly Conversation[]): Shown {
    const [row = 0] = rows;
    const judged = logged.map((conversation) => this.#judge(conversation));
    const [first] = judged;
    const written = judged.map(({ final }, place) => {
      const exchanges = this.#decisions.exchanges[rows[place] ?? 0] ?? 0;
      return final === undefined ? undefined : firstExchanges(final, exchanges);
    });
    const isKept = this.#decisions.verdict[row] === 0;
    const asWritten = isKept && this.#disguise !== undefined;
    return {
      messages: logged.flatMap((conversation, place) =>
        this.#messagesOf((asWritten ? written[place] : undefined) ?? conversation, place > 0),
      ),
      facets: first?.final?.facets ?? logged[0]?.facets ?? {},
      drop: isKept ? null : this.#dropOf(row, first?.drop),
    };
  }

  #judge(conversation: Conversation): { final?: Conversation; drop?: Drop } {
    const rewritten = this.#pipeline.rewrite(conversation);
    const judged = 'drop' in rewritten ? rewritten : this.#pipeline.judge(rewritten);
    return 'drop' in judged ? { drop: judged.drop } : { final: judged };
  }

  /** @param later of a session only the first exchange's system message is written */
  #messagesOf(conversation: Conversation, later: boolean): SampledMessage[] {
    const shown = this.#disguise === undefined ? conversation : rewriteTexts(conversation, this.#disguise);
    const written = later ? shown.messages.filter(({ role }) => role !== 'system') : shown.messages;
    return written.map((message) => ({ role: message.role, text: wordsOf(message) }));
  }

  /** @param drop what a record stage said of it just now, which the digest does not hold */
  #dropOf(row: number, drop: Drop | undefined): Omit<SampledDrop, 'kept_instead'> {
    const { verdict, reasons, measured, limit } = this.#decisions;
    const name = reasons[(verdict[row] ?? 0) - 1] ?? '';
    const stage = stageOf(name);
    const reason = name.slice(stage.length + 1);
    return {
      stage,
      reason,
      sentence: sentenceFor(stage, reason),
      measured: orNull(drop?.measured ?? measured[row]),
      limit: orNull(drop?.limit ?? limit[row]),
    };
  }
}

function sentenceFor(stage: string, reason: string): string {
  const declared = [TURNS, ...RECORD_STAGES, ...SET_STAGES].find(({ name }) => name === stage);
  return Object.entries(declared?.reasons ?? {}).find(([name]) => name === reason)?.[1] ?? reason;
}
