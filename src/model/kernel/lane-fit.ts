import {
  absoluteCorrelations,
  correctForError,
  indexFigures,
  reliabilityFigures,
  separationFigures,
  turnConstructs,
} from './lane-figures.ts';
import { type LaneProgram, lanes, runProgram } from './lane-program.ts';
import { factorize, solveEquation, solveInPlace } from './lane-solve.ts';
import type { Plan } from './plan.ts';
import { pairSlot } from './plan-slots.ts';

/** How one fit ended. Anything but `converged` leaves figures that mean nothing. */
export const fitStatus = {
  converged: 0,
  /** Weights did not settle in 300 iterations, or became infinite. */
  unsettled: 1,
  /** Causes or the items of a formative block are linear combinations of each other. */
  singular: 2,
  /** An item does not vary. */
  constantItem: 3,
  /** Correlations of different rows contradict each other. */
  contradictory: 4,
  /** A figure is not finite, such as an index whose weights add up to zero. */
  undefinedFigure: 5,
} as const;

/** Sum of absolute changes of the weights: at 1e-10 paths are within 2e-12 of the limit, at 1e-7 within 2e-9. */
const settled = 1e-10;
const mostIterations = 300;
/** A pivot below this share of its variance: an item that the others of its block give to four digits. */
const singularBlock = 1e-8;

/** Runs a program on the values of a fit; another than `runProgram` may do it, to the last digit alike. */
export interface LaneRunner {
  readonly values: Float64Array;
  readonly prepare: (program: LaneProgram) => () => void;
}

export function plainRunner({ length }: Plan): LaneRunner {
  const values = new Float64Array(length);
  return { values, prepare: (program) => () => runProgram(program, values) };
}

/**
 * Fits one plan to four sets of correlations at once. Each lane goes its own way: weights begin at one, iterate until
 * they settle, and stay as they are while other lanes go on, so that no figure depends on which fits shared a call.
 * Never throws for data: `status` tells how each lane ended.
 */
export class LaneFit {
  readonly plan: Plan;
  /** Put correlations, means and inverse deviations here; find statistics here. Slot s of lane l at 4 s + l. */
  readonly values: Float64Array;
  readonly status = new Uint8Array(lanes);
  readonly iterations = new Uint16Array(lanes);
  readonly #run: Record<keyof Plan['programs'], () => void>;
  readonly #factor: Float64Array;
  readonly #blockFactors: Float64Array[];
  readonly #isRunning = new Uint8Array(lanes);

  constructor(plan: Plan, runner: LaneRunner = plainRunner(plan)) {
    this.plan = plan;
    this.values = runner.values;
    this.values.fill(1, plan.slots.one * lanes, (plan.slots.one + 1) * lanes);
    this.#run = Object.fromEntries(
      Object.entries(plan.programs).map(([name, program]) => [name, runner.prepare(program)]),
    ) as Record<keyof Plan['programs'], () => void>;
    this.#factor = new Float64Array(Math.max(...plan.equations.map(({ size }) => size)) ** 2);
    this.#blockFactors = plan.blocks.flatMap((block, place) =>
      this.#isFormative(place) ? Array.from({ length: lanes }, () => new Float64Array(block.length ** 2)) : [],
    );
  }

  /** A lane that arrives with a status other than `converged` has no correlations and is left out. */
  fit(): void {
    const { slots, model } = this.plan;
    const { values, status } = this;
    for (let lane = 0; lane < lanes; lane++) this.#isRunning[lane] = status[lane] === fitStatus.converged ? 1 : 0;
    this.iterations.fill(0);
    this.#factorBlocks();
    values.fill(1, slots.next * lanes, (slots.next + model.items.length) * lanes);
    this.#rescale();
    this.#adopt();
    for (let iteration = 1; iteration <= mostIterations && this.#isAnyRunning(); iteration++) {
      this.#run.links();
      this.#innerWeights();
      this.#run.outer();
      this.#solveBlocks();
      this.#rescale();
      this.#compare(iteration);
    }
    for (let lane = 0; lane < lanes; lane++) if (this.#isRunning[lane]) status[lane] = fitStatus.unsettled;
    this.#finish();
  }

  #isFormative(place: number): boolean {
    const { measurement, items } = this.plan.model.constructs[place]!;
    return measurement === 'formative' && items.length > 1;
  }

  #isAnyRunning(): boolean {
    for (let lane = 0; lane < lanes; lane++) if (this.#isRunning[lane]) return true;
    return false;
  }

  #stop(lane: number, status: number): void {
    if (!this.#isRunning[lane]) return;
    this.#isRunning[lane] = 0;
    this.status[lane] = status;
  }

  #factorBlocks(): void {
    const { blocks, slots } = this.plan;
    let at = 0;
    for (const [place, block] of blocks.entries()) {
      if (!this.#isFormative(place)) continue;
      for (let lane = 0; lane < lanes; lane++) {
        const correlation = (row: number, column: number) =>
          this.values[pairSlot(slots, block[row]!, block[column]!) * lanes + lane]!;
        const isSound = factorize(block.length, correlation, this.#blockFactors[at++]!, singularBlock);
        if (!isSound) this.#stop(lane, fitStatus.singular);
      }
    }
  }

  /** Mode B: weights are slopes of the inner proxy on the items of the block. */
  #solveBlocks(): void {
    if (this.#blockFactors.length === 0) return;
    const { blocks, slots } = this.plan;
    let at = 0;
    for (const [place, block] of blocks.entries()) {
      if (!this.#isFormative(place)) continue;
      for (let lane = 0; lane < lanes; lane++) {
        const first = (slots.next + block[0]!) * lanes + lane;
        solveInPlace(block.length, this.#blockFactors[at++]!, this.values, first, lanes);
      }
    }
  }

  #innerWeights(): void {
    const { signs, model } = this.plan;
    const { values } = this;
    for (const { correlation, sign } of signs) {
      for (let lane = 0; lane < lanes; lane++) values[sign + lane] = Math.sign(values[correlation + lane]!);
    }
    if (model.weighting === 'path') this.#solveEquations();
  }

  #solveEquations(): void {
    for (const equation of this.plan.equations) {
      for (let lane = 0; lane < lanes; lane++) {
        if (!this.#isRunning[lane]) continue;
        if (!solveEquation(equation, this.values, lane, this.#factor)) this.#stop(lane, fitStatus.singular);
      }
    }
  }

  /** Brings the scores of the next weights to variance 1. */
  #rescale(): void {
    this.#run.scale();
    const { blocks, slots } = this.plan;
    const { values } = this;
    let at = slots.next * lanes;
    for (let place = 0; place < blocks.length; place++) {
      const variance = (slots.variances + place) * lanes;
      const a = 1 / Math.sqrt(values[variance]!);
      const b = 1 / Math.sqrt(values[variance + 1]!);
      const c = 1 / Math.sqrt(values[variance + 2]!);
      const d = 1 / Math.sqrt(values[variance + 3]!);
      for (const end = at + blocks[place]!.length * lanes; at < end; at += lanes) {
        values[at]! *= a;
        values[at + 1]! *= b;
        values[at + 2]! *= c;
        values[at + 3]! *= d;
      }
    }
  }

  #adopt(): void {
    const { slots, model } = this.plan;
    const next = slots.next * lanes;
    this.values.copyWithin(slots.weights * lanes, next, next + model.items.length * lanes);
  }

  /** Takes the next weights over where a lane still runs, and stops it where they have settled. */
  #compare(iteration: number): void {
    const { slots, model } = this.plan;
    const { values, iterations } = this;
    const [next, weights] = [slots.next * lanes, slots.weights * lanes];
    const length = model.items.length * lanes;
    for (let lane = 0; lane < lanes; lane++) {
      if (!this.#isRunning[lane]) continue;
      let change = 0;
      for (let at = lane; at < length; at += lanes) {
        change += Math.abs(values[next + at]! - values[weights + at]!);
        values[weights + at] = values[next + at]!;
      }
      iterations[lane] = iteration;
      if (change < settled) this.#stop(lane, fitStatus.converged);
      else if (!Number.isFinite(change)) this.#stop(lane, fitStatus.unsettled);
    }
  }

  #finish(): void {
    this.#run.loadings();
    turnConstructs(this.plan, this.values);
    this.#run.links();
    absoluteCorrelations(this.plan, this.values);
    this.#run.blockSums();
    if (this.plan.consistent) correctForError(this.plan, this.values);
    this.#run.loadingSums();
    reliabilityFigures(this.plan, this.values);
    for (let lane = 0; lane < lanes; lane++) this.#isRunning[lane] = this.status[lane] === fitStatus.converged ? 1 : 0;
    this.#solveEquations();
    this.#run.effects();
    separationFigures(this.plan, this.values);
    indexFigures(this.plan, this.values);
    this.#requireFinite();
  }

  #requireFinite(): void {
    const { slots, places } = this.plan;
    for (let lane = 0; lane < lanes; lane++) {
      if (this.status[lane] !== fitStatus.converged) continue;
      let sum = 0;
      const end = (slots.statistics + places.count) * lanes;
      for (let at = slots.statistics * lanes + lane; at < end; at += lanes) sum += this.values[at]! * 0;
      if (sum !== 0) this.status[lane] = fitStatus.undefinedFigure;
    }
  }
}
