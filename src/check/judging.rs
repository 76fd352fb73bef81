//! Judging an input while it is read: passages in, pieces judged one by one.

use super::Checker;
use super::beginning::Beginning;
use super::looker::{Looker, Seen};
use super::origin::{FileOrigin, Origin};
use super::run::Run;
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

/// So many pieces are looked at before they are put together: few enough to be near still, and enough to cost nothing.
const PIECES: usize = 16;

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
            self.seen.begin(self.run.drafts());
            more = self.looker.look(&mut reader, passage, PIECES, &mut self.seen);
            let mut seen = std::mem::take(&mut self.seen);
            let goes_on = self.take(&mut seen, passage);
            self.seen = seen;
            if !goes_on {
                self.progress = reader.into_progress();
                return None;
            }
        }
        let used = reader.used();
        self.progress = reader.into_progress();
        Some(used)
    }

    /// Puts together what was seen in pieces of a passage; says whether to go on.
    fn take(&mut self, seen: &mut Seen, passage: &Passage<'_>) -> bool {
        let header = seen.pieces.iter().find(|piece| piece.content == Content::Header).map(|piece| piece.frame);
        if let Some(frame) = header {
            self.header = Some(frame);
        }
        let version = header.and_then(|frame| read::text_in(passage.record(frame), "schema_version"));
        if version.is_some_and(|version| self.run.refuses(&version)) {
            return false;
        }
        let header = self.beginning.header.as_ref();
        self.run.take(seen, passage, (&self.looker, header), self.catalog.as_mut());
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
