package gatebook.faults.fuzz;

/** Headers that lie, repeat, grow or break the line. */
final class HostileHeaders {
    private HostileHeaders() {}

    static String one(Chance chance) {
        return switch (chance.below(20)) {
            case 0 ->
                "Authorization: "
                        + chance.one(
                                "Bearer",
                                "Bearer ",
                                "Basic eDp5",
                                "Bearer " + "a".repeat(9_000),
                                "bearer\tx",
                                "Bearer a b");
            case 1 ->
                "If-Match: "
                        + chance.one(
                                "1", "\"", "\"-1\"", "\"1\", \"2\"", "\"99999999999999999999\"", "W/\"x\"", "\u00e9");
            case 2 -> "Idempotency-Key: " + chance.one("", " ", "k", "k".repeat(201), "\u00ff", "a\0b", "\"q\"");
            case 3 ->
                "Content-Type: "
                        + chance.one(
                                "text/plain",
                                "json",
                                "application/json; charset=utf-16",
                                "application/json;charset=none",
                                "multipart/form-data",
                                "a/b/c",
                                "*/*",
                                "application/json;;;",
                                "application/x-www-form-urlencoded");
            case 4 ->
                "Accept: "
                        + chance.one(
                                "text/html", "", "/", "a/b;q=x", "*/*;q=0", "application/json;q=9", "x".repeat(500));
            case 5 ->
                "Content-Encoding: " + chance.one("br", "gzip, gzip", "deflate", "identity", "", "x-gzip", "GZIP\0");
            case 6 -> "Expect: " + chance.one("100-continue", "nothing");
            case 7 -> "Host: " + chance.one("", "a b", "other", "[::1", "x".repeat(300), "a:99999", "\u00e9");
            case 8 ->
                chance.one(
                        "no colon at all",
                        ": no name",
                        "Bad Name: x",
                        "A\0B: x",
                        " folded",
                        "X: a\r\n b",
                        "X: a\rb",
                        "X: a\nb");
            case 9 -> "X-Long: " + "x".repeat(chance.below(20_000));
            case 10 -> "X-Many: 1\r\n".repeat(chance.below(150)) + "X-Last: 1";
            case 11 -> "Upgrade: " + chance.one("h2c", "websocket") + "\r\nConnection: Upgrade";
            case 12 -> "Gatebook-Nonce: " + chance.one("ok", "a b", "x".repeat(65), "\u00e9", "a\r\nSet-Cookie: b=c");
            case 13 -> "Gatebook-Actor: " + chance.one("", " ", "Asha", "x".repeat(201), "आशा", "a\0");
            case 14 -> "Range: bytes=" + chance.one("0-", "5-1", "0-1,2-3,4-5", "-99999999999");
            case 15 -> "X-Forwarded-For: " + chance.one("10.0.0.1", "'; --", "127.0.0.1, unknown");
            case 16 -> "If-None-Match: " + chance.one("\"1\"", "*", "x", "\"1\"".repeat(500));
            case 17 -> "Cookie: " + "a=b; ".repeat(chance.below(400));
            case 18 -> "X-HTTP-Method-Override: DELETE";
            default -> "Accept-Encoding: " + chance.one("gzip;q=0", "br", "*", "gzip;;q", "identity;q=0");
        };
    }
}
