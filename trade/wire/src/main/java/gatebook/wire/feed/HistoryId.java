package gatebook.wire.feed;

import java.util.UUID;

/** Which life of the cloud's records this is: a restored or forked cloud gets a new one. */
public record HistoryId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
