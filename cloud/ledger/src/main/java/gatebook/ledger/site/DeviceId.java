package gatebook.ledger.site;

import java.util.UUID;

/** The identity of one enrolled machine; a machine that enrols anew gets another. */
public record DeviceId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
