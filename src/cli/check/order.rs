//! Work on many letters at once, its results in order.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError, mpsc};

/// Letters from which threads are worth their start.
const WORTH_THREADS: usize = 8;

/// Letters that are handed out together at most, so that threads seldom wake each other.
const CHUNK: usize = 8;

/// Chunks for each thread that are handed out before the first is taken; their results are all that is kept.
const AHEAD: usize = 4;

/// Calls `take` with what `work` makes of each of `items`, in order, as soon as it is there.
pub(super) fn in_order<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync, mut take: impl FnMut(R)) {
    let threads = if items.len() < WORTH_THREADS { 1 } else { rayon::current_num_threads() };
    if threads == 1 {
        return items.iter().for_each(|item| take(work(item)));
    }
    let mut chunks = items.chunks((items.len() / (threads * AHEAD)).clamp(1, CHUNK)).enumerate();
    let (hand_out, handed_out) = mpsc::channel();
    let (give_back, given_back) = mpsc::channel();
    let handed_out = Mutex::new(handed_out);
    let next = || handed_out.lock().unwrap_or_else(PoisonError::into_inner).recv().ok();
    let (next, work) = (&next, &work);
    rayon::in_place_scope(|scope| {
        for _ in 0..threads {
            let give_back = give_back.clone();
            scope.spawn(move |_| {
                while let Some((number, chunk)) = next() {
                    let done: Vec<R> = <[T]>::iter(chunk).map(work).collect();
                    if give_back.send((number, done)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(give_back);
        // A chunk is handed out for each that was taken, so that one long letter does not let the rest pile up. The
        // threads end once there is nobody who hands out.
        let mut hand_out = Some(hand_out);
        let mut hand_out_next = || match (chunks.next(), &hand_out) {
            (Some(chunk), Some(open)) => open.send(chunk).expect("who receives outlives the scope"),
            _ => hand_out = None,
        };
        for _ in 0..threads * AHEAD {
            hand_out_next();
        }
        let (mut ready, mut wanted) = (BTreeMap::new(), 0);
        for (number, done) in given_back {
            ready.insert(number, done);
            while let Some(done) = ready.remove(&wanted) {
                wanted += 1;
                hand_out_next();
                done.into_iter().for_each(&mut take);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_order_however_many() {
        for count in [0, 1, 7, 8, 64, 65, 1000] {
            let items: Vec<usize> = (0..count).collect();
            let mut taken = Vec::new();
            in_order(&items, |item| item * 2, |double| taken.push(double));
            assert_eq!(taken, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_more_results_are_kept_than_are_handed_out() {
        let items: Vec<usize> = (0..1000).collect();
        let (made, mut taken) = (AtomicUsize::new(0), 0);
        let most = (rayon::current_num_threads() * AHEAD + 1) * CHUNK;
        let work = |_: &usize| made.fetch_add(1, Ordering::SeqCst);
        in_order(&items, work, |_| {
            assert!(made.load(Ordering::SeqCst) - taken <= most);
            taken += 1;
        });
        assert_eq!(taken, 1000);
    }
}
