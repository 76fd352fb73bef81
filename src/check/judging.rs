//! Judging an input while it is read: passages in, pieces judged one by one.

use std::io;

use super::Checker;
use super::beginning::Beginning;
use super::looker::{Looker, Seen};
use super::origin::{FileOrigin, Origin};
use super::run::Run;
use super::side_by_side::{self, InOrder, Sight, Work};
use crate::model::{Catalog, Spelling};
use crate::place::{Frame, Passage, Text};
use crate::read::{self, Content, Limits, Progress, Reader};
use crate::report::InputReport;
use crate::rule::Drafts;

/// An input while it is read.
pub(super) struct Judging<'a> {
    run: Run<'a>,
    looker: Looker<'a>,
    beginning: &'a Beginning,
    spelling: Spelling,
    limits: Limits,
    progress: Progress,
    /// Where the header stands.
    header: Option<Frame>,
    /// The catalog, where it is wanted.
    catalog: Option<Catalog>,
    seen: Seen,
}

impl<'a> Judging<'a> {
    /// An input of so many bytes; records are put into `catalog`, if there is one.
    pub(super) fn new(
        checker: &'a Checker,
        beginning: &'a Beginning,
        spelling: Spelling,
        size: u64,
        catalog: Option<Catalog>,
    ) -> Self {
        let run = Run::new(checker, beginning.header.as_ref(), &beginning.not_held, size);
        let looker = run.looker(beginning);
        let (limits, progress, seen) = (checker.limits, Progress::default(), Seen::default());
        Self { run, looker, beginning, spelling, limits, progress, header: None, catalog, seen }
    }

    /// The first of several files, of which the header of the whole is another than its own.
    pub(super) fn together(
        checker: &'a Checker,
        whole: &'a Beginning,
        first: &'a Beginning,
        spelling: Spelling,
        size: u64,
    ) -> Self {
        let mut judging = Self::new(checker, whole, spelling, size, None);
        judging.begin(first, spelling);
        judging
    }

    /// Turns to the records of a file, which says itself what its source does not hold.
    fn begin(&mut self, beginning: &'a Beginning, spelling: Spelling) {
        self.looker = self.run.looker(beginning);
        (self.beginning, self.spelling) = (beginning, spelling);
    }

    /// Judges the next passage. Gives how many bytes of it were used: the next one begins there. None where nothing that
    /// follows is to be judged.
    pub(super) fn passage(&mut self, passage: &Passage<'_>, last: bool) -> Option<usize> {
        let mut reader = Reader::new(passage, last, self.spelling, self.limits, std::mem::take(&mut self.progress));
        let mut more = true;
        while more {
            // Each piece is put together at once: what was allocated for it is free for the next.
            self.seen.forget_pieces();
            self.seen.follow(self.run.drafts());
            more = self.looker.look(&mut reader, passage, &mut self.seen);
            if !self.take(passage) {
                self.progress = reader.into_progress();
                return None;
            }
        }
        let used = reader.used();
        self.progress = reader.into_progress();
        Some(used)
    }

    /// Whether every passage of whole lines that follows can be read without those before it: whether the header and a
    /// record were met.
    pub(super) fn is_under_way(&self) -> bool {
        self.spelling == Spelling::Ndjson && self.catalog.is_none() && self.progress.is_under_way()
    }

    /// Judges the passages that follow on several threads; `next` reads them one after the other, and says with each how
    /// many bytes and lines stand before it. Says whether all of them are UTF-8.
    ///
    /// # Errors
    /// What `next` reports.
    pub(super) fn side_by_side(
        &mut self,
        threads: usize,
        next: impl FnMut(&mut Work) -> io::Result<bool>,
    ) -> io::Result<bool> {
        let Self { run, looker, limits, progress, .. } = self;
        let mut rest = Rest { run, looker, progress, next, is_text: true };
        side_by_side::judge(threads, Sight { looker, limits: *limits }, &mut rest)?;
        Ok(rest.is_text)
    }

    /// Puts together what was seen in a passage; says whether to go on.
    fn take(&mut self, passage: &Passage<'_>) -> bool {
        let header = self.seen.pieces.iter().find(|piece| piece.content == Content::Header).map(|piece| piece.frame);
        if let Some(frame) = header {
            self.header = Some(frame);
        }
        let version = header.and_then(|frame| read::text_in(passage.record(frame), "schema_version"));
        if version.is_some_and(|version| self.run.refuses(&version)) {
            return false;
        }
        let header = self.beginning.header.as_ref();
        self.run.take(&mut self.seen, passage, (&self.looker, header), self.catalog.as_mut());
        true
    }

    /// Takes over another file, whose records belong to the same catalog; gives where the header of the last one stands.
    pub(super) fn go_on(&mut self, beginning: &'a Beginning, spelling: Spelling) -> Option<Frame> {
        self.add_progress();
        self.run.is_further = true;
        self.begin(beginning, spelling);
        self.header.take()
    }

    /// Reports something that was found before the records are judged.
    pub(super) fn fault(&mut self, report: impl FnOnce(&mut Drafts)) {
        self.run.fault(report);
    }

    fn add_progress(&mut self) {
        let progress = std::mem::take(&mut self.progress);
        self.run.stopped |= progress.stopped();
        self.run.skipped = self.run.skipped.saturating_add(progress.skipped());
    }

    /// Runs the rules over the whole of several files.
    pub(super) fn finish_together(mut self, origin: &Origin<'_, '_>) -> InputReport {
        self.add_progress();
        self.run.finish(&self.looker, origin)
    }

    /// Where the `$schema` of a document stands.
    pub(super) fn schema_at(&self) -> Option<usize> {
        self.progress.schema_at()
    }

    /// Where the header of the last file stands.
    pub(super) fn header(&self) -> Option<Frame> {
        self.header
    }

    /// Runs the rules over the whole. Findings have their places in the text, which is looked at again for them.
    pub(super) fn finish(mut self, text: &Text<'_>) -> (InputReport, Option<Catalog>) {
        self.add_progress();
        let file = FileOrigin { name: None, base: 0, header: self.header, spelling: self.spelling };
        let origin = Origin::Bytes { text, files: &[file] };
        let mut input = self.run.finish(&self.looker, &origin);
        input.spelling = Some(self.spelling);
        input.title = self.beginning.header.as_ref().map(|header| header.title.to_string());
        (input, self.catalog)
    }
}

/// The rest of the passages of lines, in their order.
struct Rest<'j, 'a, N> {
    run: &'j mut Run<'a>,
    looker: &'j Looker<'a>,
    progress: &'j mut Progress,
    next: N,
    is_text: bool,
}

impl<N: FnMut(&mut Work) -> io::Result<bool>> InOrder for Rest<'_, '_, N> {
    fn read(&mut self, work: &mut Work) -> io::Result<bool> {
        let is_there = (self.next)(work)?;
        work.progress = Some(self.progress.after(work.lines));
        work.seen.follow(self.run.drafts());
        Ok(is_there)
    }

    fn take(&mut self, work: &mut Work) -> bool {
        // It is no text where there is no progress.
        let text = simdutf8::basic::from_utf8(&work.bytes).ok();
        let Some((text, progress)) = text.zip(work.progress.take()) else {
            self.is_text = false;
            return false;
        };
        self.progress.add(&progress);
        let passage = Passage::line_after(work.byte, work.lines, text);
        // The header was met before.
        self.run.take(&mut work.seen, &passage, (self.looker, None), None);
        true
    }
}
