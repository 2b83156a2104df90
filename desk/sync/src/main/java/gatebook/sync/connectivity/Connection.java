package gatebook.sync.connectivity;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the way to the cloud.
 *
 * @param cause why it is offline; null while online
 */
public record Connection(Link link, @Nullable Cause cause) {
    /** Whether the last word from the cloud was heard. */
    public enum Link {
        ONLINE,
        OFFLINE
    }

    /** Before the first attempt nothing better is known. */
    public static final Connection UNTRIED = new Connection(Link.OFFLINE, null);

    public static final Connection GOOD = new Connection(Link.ONLINE, null);

    public static Connection lost(Cause cause) {
        return new Connection(Link.OFFLINE, cause);
    }

    public boolean isOnline() {
        return link == Link.ONLINE;
    }
}
