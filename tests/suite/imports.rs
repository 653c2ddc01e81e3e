//! Which source file takes what from which.
//!
//! A name that code uses is followed through every `use`, re-exports too, to the file that declares it. Code for tests is
//! left out, and so is a module that is only named on the way to an item.

use regex::Regex;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, ItemMod, ItemUse, Macro, MetaList, UseTree, Visibility};

/// Files by their path below src/, each with the files that it imports from and the names that it imports.
pub(crate) type Imports = BTreeMap<String, BTreeMap<String, BTreeSet<String>>>;

/// A path as it is written, name by name.
type Name = Vec<String>;

/// Most steps that a name takes to the item it means; a name that leads back to itself takes no end of them.
const MOST_STEPS: usize = 32;

/// Reads `lib.rs` and `main.rs` in `source`, and every module below them.
pub(crate) fn imports(source: &Path) -> Imports {
    let mut modules = Modules { source: source.to_owned(), all: Vec::new() };
    for root in ["lib.rs", "main.rs"] {
        let path = source.join(root);
        if path.is_file() {
            let at = modules.all.len();
            modules.all.push(Module { file: root.to_owned(), parent: at, root: at, ..Module::default() });
            modules.read_file(at, &path, source);
        }
    }
    modules.imports()
}

/// Modules that import from each other in a circle, through whatever is below them. What the file of a folder declares
/// is there for the modules in that folder; that is no circle.
pub(crate) fn cycles(imports: &Imports) -> BTreeSet<Vec<String>> {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (from, targets) in imports {
        let from = module_path(from);
        for to in targets.keys().map(|to| module_path(to)) {
            if let Some(at) = (0..from.len().min(to.len())).find(|at| from[*at] != to[*at]) {
                edges.entry(from[..=at].join("/")).or_default().insert(to[..=at].join("/"));
            }
        }
    }
    let reached = |from: &String| {
        let mut reached = BTreeSet::new();
        let mut open = vec![from];
        while let Some(module) = open.pop() {
            let next = edges.get(module).into_iter().flatten();
            open.extend(next.filter(|next| reached.insert((*next).clone())));
        }
        reached
    };
    let reached: BTreeMap<&String, BTreeSet<String>> = edges.keys().map(|module| (module, reached(module))).collect();
    let circle = |(module, all): (&&String, &BTreeSet<String>)| {
        let leads_back = |other: &&String| reached.get(other).is_some_and(|all| all.contains(*module));
        all.iter().filter(leads_back).cloned().collect::<Vec<_>>()
    };
    reached.iter().map(circle).filter(|circle| circle.len() > 1).collect()
}

/// `letter/part.rs` is `letter`, `part`; `letter/mod.rs` is `letter`.
pub(crate) fn module_path(file: &str) -> Vec<&str> {
    file.trim_end_matches(".rs").split('/').filter(|name| *name != "mod").collect()
}

#[derive(Default)]
struct Module {
    /// Below src/.
    file: String,
    parent: usize,
    root: usize,
    children: BTreeMap<String, usize>,
    items: BTreeSet<String>,
    uses: BTreeMap<String, Name>,
    globs: Vec<Name>,
    /// Every path in its code.
    paths: BTreeSet<Name>,
}

struct Modules {
    source: PathBuf,
    all: Vec<Module>,
}

impl Modules {
    /// Reads the file of a module, whose children are in `folder`.
    fn read_file(&mut self, at: usize, path: &Path, folder: &Path) {
        let text = fs::read_to_string(path).unwrap();
        let file = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        self.read_items(at, &file.items, folder);
    }

    fn read_items(&mut self, at: usize, items: &[Item], folder: &Path) {
        for item in items {
            match item {
                Item::Mod(child) if !is_for_tests(&child.attrs) => self.read_child(at, child, folder),
                item => {
                    self.all[at].items.extend(declared(item));
                    self.all[at].visit_item(item);
                }
            }
        }
    }

    fn read_child(&mut self, parent: usize, child: &ItemMod, folder: &Path) {
        let at = self.all.len();
        let name = child.ident.to_string();
        let Module { file, root, .. } = &self.all[parent];
        let mut module = Module { file: file.clone(), parent, root: *root, ..Module::default() };
        self.all[parent].children.insert(name.clone(), at);
        let folder = folder.join(name);
        if let Some((_, items)) = &child.content {
            self.all.push(module);
            return self.read_items(at, items, &folder);
        }
        let path = Some(folder.with_extension("rs")).filter(|path| path.is_file()).unwrap_or(folder.join("mod.rs"));
        module.file = path.strip_prefix(&self.source).unwrap().to_string_lossy().replace('\\', "/");
        self.all.push(module);
        self.read_file(at, &path, &folder);
    }

    fn imports(&self) -> Imports {
        let mut imports = Imports::new();
        for (at, module) in self.all.iter().enumerate() {
            let found = imports.entry(module.file.clone()).or_default();
            for path in module.paths.iter().chain(module.uses.values()) {
                let target = self.declaring(at, path, MOST_STEPS).map(|target| &self.all[target].file);
                if let Some(target) = target.filter(|target| **target != module.file) {
                    found.entry(target.clone()).or_default().insert(path.join("::"));
                }
            }
        }
        imports
    }

    /// The module that declares the item which `path` means in module `at`; `None` where that is a module or not ours.
    fn declaring(&self, at: usize, path: &[String], steps: usize) -> Option<usize> {
        let (first, rest) = path.split_first()?;
        let module = &self.all[at];
        match first.as_str() {
            "crate" => self.declaring_in(module.root, rest, steps),
            "letterlint" if module.root > 0 => self.declaring_in(0, rest, steps),
            _ => self.declaring_in(at, path, steps),
        }
    }

    fn declaring_in(&self, at: usize, path: &[String], steps: usize) -> Option<usize> {
        let steps = steps.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        let module = &self.all[at];
        let through = |name: &Name, rest: &[String]| self.declaring(at, &[name, rest].concat(), steps);
        if first == "self" {
            self.declaring_in(at, rest, steps)
        } else if first == "super" {
            self.declaring_in(module.parent, rest, steps)
        } else if let Some(child) = module.children.get(first) {
            self.declaring_in(*child, rest, steps)
        } else if module.items.contains(first) {
            Some(at)
        } else if let Some(name) = module.uses.get(first) {
            through(name, rest)
        } else {
            module.globs.iter().find_map(|glob| through(glob, path))
        }
    }
}

/// The name that an item declares.
fn declared(item: &Item) -> Option<String> {
    let name = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(name.to_string())
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    let is_cfg = |list: &MetaList| list.path.is_ident("cfg") && list.tokens.to_string() == "test";
    attributes.iter().any(|attribute| attribute.meta.require_list().is_ok_and(is_cfg))
}

impl Module {
    fn add_use(&mut self, tree: &UseTree, before: &[String]) {
        let with = |last: String| [before, &[last]].concat();
        match tree {
            UseTree::Path(path) => self.add_use(&path.tree, &with(path.ident.to_string())),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.add_use(tree, before)),
            UseTree::Glob(_) => self.globs.push(before.to_vec()),
            UseTree::Name(name) if name.ident == "self" => {
                self.uses.extend(before.last().map(|name| (name.clone(), before.to_vec())));
            }
            UseTree::Name(name) => {
                let name = name.ident.to_string();
                self.uses.insert(name.clone(), with(name));
            }
            UseTree::Rename(name) => {
                self.uses.insert(name.rename.to_string(), with(name.ident.to_string()));
            }
        }
    }

    /// Adds the paths in the tokens that a macro or an attribute takes.
    fn add_tokens(&mut self, tokens: &str) {
        let path = Regex::new(r"\w+(?:\s*::\s*\w+)*").unwrap();
        let names = |path: &str| path.split("::").map(|name| name.trim().to_owned()).collect::<Name>();
        self.paths.extend(path.find_iter(tokens).map(|path| names(path.as_str())));
    }
}

impl<'ast> Visit<'ast> for Module {
    fn visit_item(&mut self, item: &'ast Item) {
        let attributes = match item {
            Item::Const(item) => &item.attrs,
            Item::Enum(item) => &item.attrs,
            Item::Fn(item) => &item.attrs,
            Item::Impl(item) => &item.attrs,
            Item::Macro(item) => &item.attrs,
            Item::Mod(item) => &item.attrs,
            Item::Static(item) => &item.attrs,
            Item::Struct(item) => &item.attrs,
            Item::Trait(item) => &item.attrs,
            Item::Use(item) => &item.attrs,
            _ => return visit::visit_item(self, item),
        };
        if !is_for_tests(attributes) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.add_use(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.paths.insert(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.add_tokens(&call.tokens.to_string());
        visit::visit_macro(self, call);
    }

    fn visit_meta_list(&mut self, list: &'ast MetaList) {
        if !list.path.is_ident("cfg_attr") {
            self.add_tokens(&list.tokens.to_string());
        }
    }

    /// `pub(super)` imports nothing.
    fn visit_visibility(&mut self, _: &'ast Visibility) {}
}
