//! Work on many letters at once, its results in order.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

/// Letters from which threads are worth their start.
const WORTH_THREADS: usize = 8;

/// Letters that are at work together; their results are all that is kept.
const CHUNK: usize = 64;

/// Calls `take` with what `work` makes of each of `items`, in order, as soon as it is there.
pub(super) fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut take: impl FnMut(R)) {
    if items.len() < WORTH_THREADS {
        return items.iter().for_each(|item| take(work(item)));
    }
    let mut ready = Vec::new();
    for chunk in items.chunks(CHUNK) {
        let mut next = Vec::new();
        // The next chunk is at work on the pool while this thread takes what is ready.
        rayon::in_place_scope(|scope| {
            scope.spawn(|_| next = chunk.par_iter().map(&work).collect());
            ready.drain(..).for_each(&mut take);
        });
        ready = next;
    }
    ready.into_iter().for_each(take);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_however_many() {
        for count in [0, 1, 7, 8, 64, 65, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let mut taken = Vec::new();
            in_order(&items, |item| item * 2, |double| taken.push(double));
            assert_eq!(taken, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }
}
