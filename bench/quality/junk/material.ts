import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { linesIn } from '../../pii/corpora.ts';
import { PREFERRED } from '../preferred.ts';

/** What real people and chatbots wrote, for junk to be made of. */
export interface Material {
  /** Questions in English. */
  readonly questions: readonly string[];
  /** Long answers with code, lists and tables, in English. */
  readonly answers: readonly string[];
  /** Sentences of news and the web, by ISO 639-1 code. */
  readonly sentences: ReadonlyMap<string, readonly string[]>;
  /** What people say in chat, by ISO 639-1 code; at least a sentence each. */
  readonly remarks: ReadonlyMap<string, readonly string[]>;
}

const question = z.object({ prompt: z.string() });
const LANGUAGES = 'de en es fr id it ja ko nl pl pt ru tr zh'.split(' ');
const PERSONAS: Readonly<Record<string, string>> = { fr: 'Fr', id: 'Id', it: 'It', ja: 'Jp', ko: 'Ko', zh: 'Zh' };
const persona = z.array(z.object({ dialogue: z.array(z.array(z.string())) }));
/** Ours: below, a remark is `how are you?`, and could be answered in any language. */
const REMARK_CHARS: Readonly<Record<string, number>> = { ja: 25, ko: 25, zh: 18 };

/** @param corpora their folder */
export function readMaterial(corpora: string): Material {
  const chat = join(corpora, 'chat');
  const arena = PREFERRED.find(({ name }) => name === 'arena_hard');
  return {
    questions: linesIn(join(chat, 'arena_hard_v01_questions.jsonl'), question).map(({ prompt }) => prompt),
    answers: (arena?.read(chat) ?? []).map(({ turns }) => turns.at(-1)?.[1] ?? '').filter((text) => text.length > 600),
    sentences: new Map(LANGUAGES.map((language) => [language, sentencesOf(corpora, language)])),
    remarks: new Map(Object.keys(PERSONAS).map((language) => [language, remarksOf(chat, language)])),
  };
}

function sentencesOf(corpora: string, language: string): string[] {
  const path = join(corpora, 'langid/lingua/sentences', `${language}.txt`);
  return existsSync(path)
    ? readFileSync(path, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
    : [];
}

function remarksOf(chat: string, language: string): string[] {
  const path = join(chat, 'xpersona', `${PERSONAS[language]}_persona_split_test_human_annotated.json`);
  const dialogues = persona.parse(JSON.parse(readFileSync(path, 'utf8')));
  const least = REMARK_CHARS[language] ?? 50;
  return dialogues.flatMap(({ dialogue }) =>
    dialogue.flatMap(([first = '']) => (first.length >= least ? [first] : [])),
  );
}
