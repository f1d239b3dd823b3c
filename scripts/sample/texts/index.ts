import type { Topic } from '../topic.ts';
import { billingEn } from './billing_en.ts';
import { cookingEn } from './cooking_en.ts';
import { french } from './french.ts';
import { german } from './german.ts';
import { hobbyEn } from './hobby_en.ts';
import { japanese } from './japanese.ts';
import { officeEn } from './office_en.ts';
import { others } from './others.ts';
import { programmingEn } from './programming_en.ts';
import { spanish } from './spanish.ts';
import { toolsEn } from './tools_en.ts';
import { travelEn } from './travel_en.ts';
import { turkish } from './turkish.ts';

/** All topics of the sample, by language. */
export const TOPICS: readonly Topic[] = [
  programmingEn,
  toolsEn,
  cookingEn,
  travelEn,
  billingEn,
  officeEn,
  hobbyEn,
  ...german,
  ...french,
  ...spanish,
  ...turkish,
  ...japanese,
  ...others,
];
