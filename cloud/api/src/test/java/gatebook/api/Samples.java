package gatebook.api;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Entries and operations as callers write them; no two vehicles alike. */
final class Samples {
    private static final AtomicLong PLATES = new AtomicLong(1000);

    private Samples() {}

    static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    static String plate() {
        return "MH12AB" + PLATES.incrementAndGet();
    }

    static String entry(String more) {
        return "{\"transport_name\":\"Konkan Carriers\",\"vehicle_type\":\"Trailer\",\"vehicle_number\":\"" + plate()
                + "\",\"entry_time\":\"2026-11-22T06:40:10.536Z\"" + more + "}";
    }

    static String create(UUID record, String more) {
        return operation("CREATE", record, 0, entry(more));
    }

    static String operation(String kind, UUID record, long baseVersion, String data) {
        return "{\"op_id\":\"" + id() + "\",\"operation\":\"" + kind
                + "\",\"table_name\":\"parking_entries\",\"record_uuid\":\"" + record + "\",\"base_version\":"
                + baseVersion + ",\"made_at\":\"2026-11-22T06:41:00.000Z\",\"actor\":\"Asha\",\"data\":" + data + "}";
    }
}
