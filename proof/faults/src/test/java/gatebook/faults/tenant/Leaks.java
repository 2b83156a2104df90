package gatebook.faults.tenant;

import gatebook.faults.fuzz.Decency;
import gatebook.faults.fuzz.Request;
import gatebook.faults.fuzz.Response;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/** Looks for what belongs to the other site in an answer; what the caller said itself may come back. */
final class Leaks {
    private final TwoSites sites;

    private final Set<String> known;

    /**
     * @param known what the callers learned of the other site beforehand, and may have written down as their own
     */
    Leaks(TwoSites sites, Collection<String> known) {
        this.sites = sites;
        this.known = Set.copyOf(known);
    }

    /** What is wrong with the answer; empty if nothing is. */
    Optional<String> in(Party party, Request request, Response response) {
        String said = new String(request.bytes(), StandardCharsets.ISO_8859_1);
        String answered = response.headers() + "\n" + response.body();
        Optional<String> leak = sites.foreignTo(party).stream()
                .filter(secret -> answered.contains(secret) && !said.contains(secret) && !known.contains(secret))
                .findFirst()
                .map(secret -> "tells of the other site: " + secret);
        boolean ofTheProgram =
                request.address().startsWith("/metrics"); // told on this machine only, and about the program
        return leak.isPresent() || ofTheProgram ? leak : Decency.fault(request.method(), response);
    }
}
