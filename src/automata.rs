//! Makes the automata of patterns when letterlint is built; see `rule/automaton.rs` for what they look like.

use crate::rule::automaton::{ENDS_MATCH, HEADER, IS_MATCH};
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_automata::{Anchored, MatchKind};
use regex_syntax::hir::Hir;
use std::collections::BTreeMap;

/// Most bytes that making one automaton may take; what asks for more is compiled when it is needed.
const SIZE_LIMIT: usize = 20 << 20;

/// A state while it is being made: whether a match lies behind it, whether one ends with the text, where bytes lead.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct State {
    flags: u8,
    ranges: Vec<(u8, u8, usize)>,
}

/// Returns the automaton for `hir`, where it is small enough: one for matches that start where the search does, or a
/// screen for those that start anywhere behind.
pub(crate) fn automaton(hir: &Hir, is_screen: bool) -> Option<Vec<u8>> {
    let (kind, anchored) =
        if is_screen { (StartKind::Unanchored, Anchored::No) } else { (StartKind::Anchored, Anchored::Yes) };
    let nfa = thompson::Compiler::new().build_from_hir(hir).ok()?;
    let config = dense::Config::new()
        .start_kind(kind)
        .match_kind(MatchKind::LeftmostFirst)
        .dfa_size_limit(Some(SIZE_LIMIT))
        .determinize_size_limit(Some(SIZE_LIMIT));
    let dfa = dense::Builder::new().configure(config).build_from_nfa(&nfa).ok()?;
    let start = |before: Option<u8>| {
        let config = start::Config::new().look_behind(before).anchored(anchored);
        dfa.start_state(&config).ok()
    };
    let starts = [start(None)?, start(Some(b'\n'))?, start(Some(b'a'))?, start(Some(b' '))?];
    // The search knows of no other line break.
    if start(Some(b'\r'))? != starts[3] {
        return None;
    }
    let (states, starts) = merged(walk(&dfa, starts)?);
    encode(&states, &starts)
}

/// All states that can be reached from `starts`, numbered, without the dead one.
fn walk(dfa: &dense::DFA<Vec<u32>>, starts: [StateID; 4]) -> Option<(Vec<State>, [Option<usize>; 4])> {
    let mut numbers: BTreeMap<StateID, usize> = BTreeMap::new();
    let mut known: Vec<StateID> = Vec::new();
    let mut number = |id: StateID, known: &mut Vec<StateID>| {
        let next = known.len();
        (!dfa.is_dead_state(id)).then(|| {
            *numbers.entry(id).or_insert_with(|| {
                known.push(id);
                next
            })
        })
    };
    let starts = starts.map(|id| number(id, &mut known));
    let mut states = Vec::new();
    while let Some(&id) = known.get(states.len()) {
        if dfa.is_quit_state(id) {
            return None;
        }
        let mut ranges: Vec<(u8, u8, usize)> = Vec::new();
        for byte in 0..=u8::MAX {
            let Some(next) = number(dfa.next_state(id, byte), &mut known) else { continue };
            match ranges.last_mut().filter(|last| last.1.checked_add(1) == Some(byte) && last.2 == next) {
                Some(last) => last.1 = byte,
                None => ranges.push((byte, byte, next)),
            }
        }
        let is_match = if dfa.is_match_state(id) { IS_MATCH } else { 0 };
        let ends = if dfa.is_match_state(dfa.next_eoi_state(id)) { ENDS_MATCH } else { 0 };
        states.push(State { flags: is_match | ends, ranges });
    }
    Some((states, starts))
}

/// The same automaton with states that cannot be told apart made one (Moore): halves the tables.
fn merged((states, starts): (Vec<State>, [Option<usize>; 4])) -> (Vec<State>, [Option<usize>; 4]) {
    let mut group: Vec<usize> = states.iter().map(|state| usize::from(state.flags)).collect();
    let mut count = 0;
    loop {
        let mut groups: BTreeMap<(usize, State), usize> = BTreeMap::new();
        let mut next = Vec::with_capacity(states.len());
        for (index, state) in states.iter().enumerate() {
            let fresh = groups.len();
            next.push(*groups.entry((group[index], grouped(state, &group))).or_insert(fresh));
        }
        let is_stable = groups.len() == count;
        (group, count) = (next, groups.len());
        if is_stable {
            let mut kept: Vec<State> = vec![State { flags: 0, ranges: Vec::new() }; count];
            for (index, state) in states.iter().enumerate() {
                kept[group[index]] = grouped(state, &group);
            }
            return (kept, starts.map(|start| start.map(|index| group[index])));
        }
    }
}

/// `state` with groups in place of states, neighbouring ranges that lead to one group joined.
fn grouped(state: &State, group: &[usize]) -> State {
    let mut ranges: Vec<(u8, u8, usize)> = Vec::with_capacity(state.ranges.len());
    for &(first, last, next) in &state.ranges {
        let next = group[next];
        match ranges.last_mut().filter(|before| before.1.checked_add(1) == Some(first) && before.2 == next) {
            Some(before) => before.1 = last,
            None => ranges.push((first, last, next)),
        }
    }
    State { flags: state.flags, ranges }
}

/// The bytes of the automaton, unless states lie too far apart to be named.
fn encode(states: &[State], starts: &[Option<usize>; 4]) -> Option<Vec<u8>> {
    let mut places = Vec::new();
    // The first state is one that leads nowhere: where no match can start.
    let mut end = HEADER + 2;
    for state in states {
        places.push(u16::try_from(end / 2).ok()?);
        end += 2 + state.ranges.len() * 4;
    }
    let mut out = vec![0; 32];
    let first = starts.iter().flatten().flat_map(|&start| &states[start].ranges);
    for byte in first.flat_map(|&(first, last, _)| first..=last) {
        out[usize::from(byte / 8)] |= 1 << (byte % 8);
    }
    let nowhere = u16::try_from(HEADER / 2).ok()?;
    for start in starts {
        out.extend(start.map_or(nowhere, |start| places[start]).to_le_bytes());
    }
    out.extend([0, 0]);
    for state in states {
        out.push(u8::try_from(state.ranges.len()).ok()?);
        out.push(state.flags);
        for &(first, last, next) in &state.ranges {
            out.extend([first, last]);
            out.extend(places[next].to_le_bytes());
        }
    }
    Some(out)
}
