package gatebook.wire.feed;

import java.util.List;

/**
 * What a desk asks the cloud about the past, beside a pull.
 *
 * @param confirm earlier cursors, of which the cloud is to say whether they still lie in its history
 * @param walked up to which change the desk has had the history's hashes recomputed; 0 to begin anew
 */
public record PastQuestion(List<Cursor> confirm, long walked) {
    /** The most cursors that are asked about at once. */
    public static final int CURSORS_MAX = 8;

    public PastQuestion {
        confirm = List.copyOf(confirm);
    }
}
