package gatebook.ledger.news;

import gatebook.wire.feed.Cursor;

/** What a reader of news is told of its site. */
public sealed interface Heard {
    /** A commit has moved the end of the site's order there. */
    record EndsNow(Cursor end) implements Heard {}

    /** There may be something new: the line was away, or a process of another version spoke. */
    record Missed() implements Heard {}
}
