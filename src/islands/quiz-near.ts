/** Settles when the reader begins to move through the page: until then only what is on the screen needs a script. */
const moved = new Promise<void>((resolve) => {
  addEventListener('scroll', () => resolve(), { once: true, passive: true });
});

/** Runs something once: when an element is on the screen or, as soon as the reader moves, when it comes near it. */
export function whenNear(element: Element, run: () => void): void {
  const observers: IntersectionObserver[] = [];
  let done = false;
  const watch = (rootMargin: string) => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (done || !entries.some(({ isIntersecting }) => isIntersecting)) return;
        done = true;
        for (const each of observers) each.disconnect();
        run();
      },
      { rootMargin },
    );
    observers.push(observer);
    observer.observe(element);
  };
  watch('0px');
  void moved.then(() => done || watch('800px'));
}
