/** What is to happen at an instant of the virtual clock. */
export interface Due {
  readonly at: number;
  readonly what: string;
  run(): Promise<void>;
}

/** The plans of a year, earliest first; of the same instant in the order in which they were made. */
export class Agenda {
  private readonly heap: (Due & { readonly order: number })[] = [];
  private made = 0;

  get next(): number | undefined {
    return this.heap[0]?.at;
  }

  add(due: Due): void {
    this.made += 1;
    const { heap } = this;
    let place = heap.push({ ...due, order: this.made, run: () => due.run() }) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(heap[place]!, heap[above]!)) break;
      [heap[place], heap[above]] = [heap[above]!, heap[place]!];
      place = above;
    }
  }

  /** Takes everything that is due by then. */
  takeUntil(at: number): Due[] {
    const taken: Due[] = [];
    while (this.heap.length > 0 && this.heap[0]!.at <= at) taken.push(this.takeFirst());
    return taken;
  }

  private takeFirst(): Due {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      this.sink();
    }
    return first;
  }

  private sink(): void {
    const { heap } = this;
    for (let place = 0; ; ) {
      const left = 2 * place + 1;
      let least = place;
      for (const child of [left, left + 1]) {
        if (child < heap.length && isBefore(heap[child]!, heap[least]!)) least = child;
      }
      if (least === place) return;
      [heap[place], heap[least]] = [heap[least]!, heap[place]!];
      place = least;
    }
  }
}

const isBefore = (a: { at: number; order: number }, b: { at: number; order: number }): boolean =>
  a.at < b.at || (a.at === b.at && a.order < b.order);
