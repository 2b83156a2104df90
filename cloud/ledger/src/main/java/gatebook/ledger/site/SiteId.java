package gatebook.ledger.site;

import java.util.UUID;

/** The identity of a yard, and the wall between tenants. */
public record SiteId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
