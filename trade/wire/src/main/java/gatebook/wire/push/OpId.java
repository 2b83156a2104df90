package gatebook.wire.push;

import java.util.UUID;

/** The identity of one operation: a UUIDv7 made when it was captured, never changed, judged by the cloud once. */
public record OpId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
