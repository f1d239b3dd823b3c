import type { Leaks } from '../../../report/types.ts';
import { benchmarkOf } from '../../benchmark/benchmarkOf.ts';
import type { Decided } from '../../decideProject.ts';
import type { Pool } from '../../pool.ts';
import type { Project } from '../../project.ts';
import type { WriteAnswer, WriteTask } from '../../tasks.ts';
import type { PreparedExport, PreparedPart } from '../prepare.ts';
import type { WriteSettings } from '../writePhase.ts';
import { LeakCheck } from './leakCheck.ts';
import { heldOutFirst } from './leakPlan.ts';

/** What was found, by what the rows of a format are made of: all formats of a kind have the same examples and splits. */
export type LeaksOfKinds = ReadonlyMap<PreparedPart['kind'], Leaks>;

/** Compares the examples of an export into folders across its splits. */
export class LeakChecks {
  /** The export, with what is held out before what is learned. */
  readonly prepared: PreparedExport;
  readonly #project: Project;
  readonly #checks: ReadonlyMap<PreparedPart, LeakCheck>;

  constructor(project: Project, decided: Decided, prepared: PreparedExport) {
    const parts = prepared.parts.map((part) => heldOutFirst(decided.decisions, part));
    this.prepared = { ...prepared, parts };
    this.#project = project;
    this.#checks = new Map(parts.map((part) => [part, new LeakCheck(project, decided, part)]));
  }

  printsOf(part: PreparedPart): WriteTask['prints'] {
    return this.#checks.get(part)?.prints;
  }

  add({ prints }: WriteAnswer, part: PreparedPart): void {
    this.#checks.get(part)?.add(prints);
  }

  /** @throws GateFailed as `LeakCheck` does */
  async finish(settings: Omit<WriteSettings, 'printsOf'>, pool: Pool): Promise<LeaksOfKinds> {
    const { plans, config } = this.#project;
    const ids = { id_key: settings.id_key, hashed_ids: config.privacy.hashed_ids };
    const benchmark = (await benchmarkOf(plans.survey))?.benchmark;
    const leaks = new Map<PreparedPart['kind'], Leaks>();
    for (const [{ kind }, check] of this.#checks)
      leaks.set(kind, await check.finish({ ...settings, plans, ids, benchmark }, pool));
    return leaks;
  }
}
