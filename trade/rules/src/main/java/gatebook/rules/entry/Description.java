package gatebook.rules.entry;

import org.jspecify.annotations.Nullable;

/** What was noted of a visit beside its times and money; each field is merged on its own. */
public record Description(
        String transportName,
        VehicleType vehicleType,
        @Nullable String driverName,
        @Nullable String driverContact,
        @Nullable String location,
        @Nullable String notes) {

    public Description withTransportName(String name) {
        return new Description(name, vehicleType, driverName, driverContact, location, notes);
    }

    public Description withVehicleType(VehicleType type) {
        return new Description(transportName, type, driverName, driverContact, location, notes);
    }

    public Description withDriverName(@Nullable String name) {
        return new Description(transportName, vehicleType, name, driverContact, location, notes);
    }

    public Description withDriverContact(@Nullable String contact) {
        return new Description(transportName, vehicleType, driverName, contact, location, notes);
    }

    public Description withLocation(@Nullable String place) {
        return new Description(transportName, vehicleType, driverName, driverContact, place, notes);
    }

    public Description withNotes(@Nullable String text) {
        return new Description(transportName, vehicleType, driverName, driverContact, location, text);
    }
}
