package gatebook.faults.fuzz;

/** Addresses that try to slip past, or to be too much. */
final class HostileAddresses {
    private HostileAddresses() {}

    static String of(String address, Chance chance) {
        String path = address.contains("?") ? address.substring(0, address.indexOf('?')) : address;
        return switch (chance.below(24)) {
            case 0 -> "/x/.." + address;
            case 1 -> "/" + address;
            case 2 -> path.replaceFirst("/v1", "/v1;a=b");
            case 3 -> path.replaceFirst("v1", "%761");
            case 4 -> "/%2e%2e" + address;
            case 5 -> path + "%00";
            case 6 -> path.replace('/', '\\');
            case 7 -> path + "%2fhistory";
            case 8 -> "http://elsewhere" + address;
            case 9 -> "*";
            case 10 -> path + "/" + "a".repeat(chance.below(20_000));
            case 11 -> path + "/\u00e9\u00ff";
            case 12 -> path + "/%c0%ae%c0%ae/";
            case 13 -> path + " " + path;
            case 14 ->
                path + chance.one("?%", "?a", "?&&&", "?=", "?limit", "?%00=%00", "?limit=1&limit=2", "?\u00e9=1");
            case 15 ->
                path + "?" + chance.one("after", "seen", "cursor", "page_token") + "=" + "A".repeat(chance.below(300));
            case 16 -> path + "?limit=" + chance.one("-1", "1e9", "0x1", "9".repeat(40), "%31", "1%00", "٣");
            case 17 ->
                path + "?" + chance.one("from", "to", "date") + "="
                        + chance.one(
                                "2026-02-30", "%2B999999999-12-31T23:59:59-18:00", "-1", "now", "2026-11-22T24:00");
            case 18 -> path + "?vehicle_number=" + "%EF%B7%BA".repeat(chance.below(60));
            case 19 -> path + "?transport_name=" + chance.one("%25%27--", "%5c", "%F0%9F%9A%9A", "%ed%a0%80", "_%25");
            case 20 -> path.substring(0, chance.below(path.length()) + 1);
            case 21 -> path + chance.one(".json", "/", "//", ";", "?", "#x", "%", "%zz", "~", "@host");
            case 22 -> "";
            default -> path + "?" + "a=b&".repeat(chance.below(3_000));
        };
    }
}
