import type { Config } from '../config/config.ts';
import { rewriteJsonTexts } from '../measures/jsonTexts.ts';
import { pseudonymizer } from '../measures/pseudonym.ts';
import type { Conversation, Message } from '../pipeline/conversation.ts';
import scrub from '../pipeline/scrub/scrub.ts';
import { Drop, type ExampleMemory, type RecordStageWorker } from '../pipeline/stage.ts';

/** Scrubs texts of one line; numbers of the action `numbered` run on through all of them. */
export interface LineScrubber {
  conversation(conversation: Conversation): Conversation;
  text(text: string): string;
  /** Keys and values of what JSON can say, and that is nested no deeper than inputs may be. */
  json(value: object): unknown;
}

/** The text holds personal data of a kind whose action is `drop`: nothing of the line is stored. */
export class PersonalData extends Error {
  override readonly name = 'PersonalData';
}

/** The stage `scrub` as curation runs it with the section `privacy`, but without an outside recognizer. */
export class DoorScrubber {
  readonly #stage: RecordStageWorker;
  readonly #pseudonym: (id: string) => string;

  constructor({ privacy }: Pick<Config, 'privacy'>, id_key: string | undefined) {
    const known: Readonly<Record<string, unknown>> = privacy;
    const options = Object.fromEntries(Object.keys(scrub.options.shape).map((name) => [name, known[name]]));
    this.#stage = scrub.create({ ...options, recognizer: null }, { id_key });
    this.#pseudonym = pseudonymizer(id_key);
  }

  /** By what a user or session is stored. @param hashed it is a pseudonym already */
  pseudonym(id: string, hashed: boolean | undefined): string {
    return hashed === true ? id : this.#pseudonym(id);
  }

  /**
   * The id of a conversation as it is stored: as it came, unless it says something personal. Feedback that names it in either form
   * joins it.
   */
  conversationId(id: string): string {
    try {
      return this.line().text(id) === id ? id : this.#pseudonym(id);
    } catch (error) {
      if (error instanceof PersonalData) return this.#pseudonym(id);
      throw error;
    }
  }

  line(): LineScrubber {
    const memory: ExampleMemory = new Map();
    const conversation = (whole: Conversation): Conversation => {
      const verdict = this.#stage.apply(whole, memory);
      if (verdict instanceof Drop) throw new PersonalData('personal data of a kind that is dropped');
      return verdict;
    };
    const text = (said: string): string => {
      const message: Message = { role: 'user', content: said, index: 0 };
      return conversation({ ...NOBODY, messages: [message] }).messages[0]?.content ?? '';
    };
    return { conversation, text, json: (value) => JSON.parse(rewriteJsonTexts(JSON.stringify(value), text)) };
  }
}

const NOBODY = { id: '', timestamp: undefined, user: undefined, session: undefined, facets: {} };
